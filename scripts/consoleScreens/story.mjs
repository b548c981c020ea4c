import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { screenshots } from '../../server/src/sandbox/demo/screenshots';
import { deskApi } from '../../e2e/support/deskApi';
import { ADMIN, MODERATOR } from '../../e2e/support/people';
import { at } from '../lib/root.mjs';
import { silence } from './silence.mjs';

const sharp = createRequire(at('server', 'package.json'))('sharp');

/** Who writes to the desk, and what everybody says. */
const script = {
  customer: 710_000_107,
  first:
    'The game stops on the arena\nIt began with today’s update: this window, as soon as I join.',
  album: 'The same on all three maps',
  afterVoice: 'My card has 6 GB, could that be the reason?',
  answer:
    'Hi James, thank you, that helps a lot. It is the **texture cache** of 2.3:\n\n1. close the launcher\n2. delete the folder `cache/textures`\n3. start again\n\nDoes that help?',
  note: 'the same crash as in this morning’s reports. Shall we put an article up?',
  thanks: 'Two rounds and not a single crash. Do I need to do this after every update?',
  edited: 'Two rounds and not a single crash! Do I need to do this after every update?',
  about: 'Plays tournaments on Fridays: answer before 19:00.',
  second: 'My purchase is gone after the crash\nThe sword I bought yesterday is not in my bag.',
  colleague: 'No, 2.3.1 clears it by itself. It comes out tonight.',
  colleagueAgain: 'And thank you for the pictures, they went straight to the developers.',
  mine: 'Only this once: the next update clears it by itself.',
  later: 'Did the update arrive? Tell us if it stops again.',
  view: 'Crashes of 2.3',
  search: 'апеляция',
  found: /апелляци/i,
  palette: 'crash',
  draft:
    'Good news, James: **2.3.1** clears the cache by itself.\n\n- it comes out tonight\n- nothing to delete any more\n\nSee `launcher 2.8.2` for the rest.',
  ask: 'Could you look at the log,',
  macros: [
    [
      'Clear the cache',
      '{{customer.firstName | Hello}}, please delete the folder `cache/textures` and start the game again. This is {{ticket.number}}.',
      { status: 'WAITING_RESPONSE', addTags: ['cache'] },
    ],
    [
      'Ask for the log',
      'Please send us the file `latest.txt` from the folder of the game: it tells what happened.',
      {},
    ],
    [
      'Solved, goodbye',
      'Glad that it works, {{customer.firstName | player}}! Write to us any time.',
      { status: 'RESOLVED' },
    ],
    ['I look into it', 'Thank you, I look into it now and write again within the hour.', {}, 'own'],
    ['Call a developer', 'I have asked our developers about {{ticket.number}}.', {}, 'own'],
  ],
};

const wait = async (what, ask) => {
  for (const limit = Date.now() + 20_000; Date.now() < limit;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} did not happen`);
};

/** A customer in their chat, without its page. */
function customerOf(server, personId) {
  const address = `${server.sandboxApi}/people/${personId}`;
  const post = async (path, init) => {
    const answer = await fetch(`${address}/${path}`, { method: 'POST', ...init });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const act = (action) =>
    post('actions', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
  return {
    says: async (text, files = [], as = 'photo') => {
      const body = new FormData();
      body.set('text', text);
      if (files.length > 0) body.set('as', as);
      if (as === 'voice') body.set('duration', '14');
      for (const { bytes, name, type } of files) {
        body.append('files', new Blob([bytes], { type }), name);
      }
      await post('messages', { body });
    },
    starts: () => act({ type: 'start' }),
    corrects: async (text, better) => {
      const { messages } = await (await fetch(`${address}/chat`)).json();
      const { message } = messages.find((one) => one.message.text === text);
      await act({ type: 'edit', messageId: message.message_id, text: better });
    },
  };
}

const pictures = (names) =>
  Promise.all(
    names.map(async (name) => ({
      bytes: await sharp(Buffer.from(screenshots[name])).png().toBuffer(),
      name: `${name}.png`,
      type: 'image/png',
    })),
  );

/**
 * Plays what the pictures show: one customer's talk with everything that a talk can hold, and a
 * second ticket of the same person.
 */
export async function playStory(server) {
  const [admin, moderator, api] = await Promise.all(
    [ADMIN, MODERATOR, script.customer].map((id) => deskApi(server, id)),
  );
  const customer = customerOf(server, script.customer);
  const mine = async (title) =>
    (await api.call('GET /tickets', { limit: 10 })).items.find((one) => one.title === title);
  const opened = (text) => wait(`the ticket “${text}”`, () => mine(text.split('\n')[0]));
  const messages = async (ticket) =>
    (await admin.call('GET /tickets/{id}/messages', { id: ticket.id, limit: 50 })).items;
  const arrived = (ticket, text) =>
    wait(`“${text}”`, async () =>
      (await messages(ticket)).find(({ content }) => content.startsWith(text)),
    );
  const write = (by, ticket, content, more = {}) =>
    by.call('POST /tickets/{id}/messages', { id: ticket.id, content, ...more });

  await customer.starts();
  await customer.says('/new');
  await customer.says(script.first, await pictures(['crash']));
  const ticket = await opened(script.first);
  const { items: categories } = await admin.call('GET /categories', {});
  const tech = categories.find(({ slug }) => slug === 'tech');
  await moderator.call('PUT /tickets/{id}', {
    id: ticket.id,
    ...(tech && { categoryId: tech.id }),
    priority: 'HIGH',
    addTags: ['2.3', 'crash'],
  });
  await customer.says(script.album, await pictures(['lag', 'base', 'chat']));
  await arrived(ticket, script.album);
  await customer.says('', [{ bytes: silence(14), name: 'voice.ogg', type: 'audio/ogg' }], 'voice');
  await wait('the voice message', async () =>
    (await messages(ticket)).some(({ kind }) => kind === 'VOICE'),
  );
  await customer.says(script.afterVoice);
  const asked = await arrived(ticket, script.afterVoice);
  await moderator.call('PUT /tickets/{id}/assign', { id: ticket.id, assigneeId: admin.id });
  const boss = await admin.call('GET /auth/me', {});
  await write(moderator, ticket, `@${boss.displayName}, ${script.note}`, {
    internal: true,
    mentionIds: [admin.id],
  });
  const answer = await write(admin, ticket, script.answer, {
    format: 'markdown',
    replyToId: asked.id,
  });
  await customer.says(script.thanks);
  const thanks = await arrived(ticket, script.thanks);
  await admin.call('PUT /messages/{id}/reaction', { id: thanks.id, emoji: '👍' });
  await api.call('PUT /messages/{id}/reaction', { id: answer.id, emoji: '❤' });

  await customer.corrects(script.thanks, script.edited);
  await arrived(ticket, script.edited);

  await customer.says('/new');
  await customer.says(script.second);
  const second = await opened(script.second);
  await admin.call('POST /users/{id}/notes', { id: api.id, content: script.about });

  for (const [name, text, actions, own] of script.macros) {
    const id = randomUUID();
    const texts = { ru: null, en: text };
    await admin.call('POST /macros', { id, team: own !== 'own', name, texts, actions });
  }
  const view = await admin.call('POST /views', {
    id: randomUUID(),
    name: script.view,
    filters: { tags: '2.3', sort: 'created' },
    shared: true,
  });
  return { script, moderator, ticket, second, view, write };
}
