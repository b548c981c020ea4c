import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownText } from '../domain/conversations/preview';
import { parseTelegramHtml } from '../sandbox/text/telegramHtml';
import { toHtml } from './formatting/formatted';
import { fromContent } from './formatting/fromContent';
import { splitFormatted } from './formatting/split';
import { anyText } from './testing/anyText';
import { answer, inChat, openCustomer, settled, writtenBy } from './testing/deskSide';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

/** Any text of either side arrives on the other as it was written. */

let desk: TestDesk;
beforeAll(async () => {
  desk = await createTestDesk();
  desk.server.sandbox.control.start(staff.id);
  await until(() => desk.db('users').where({ telegram_id: staff.id }).first());
});
afterAll(() => desk.close());

/** Neither Postgres nor UTF-8 knows half a character; both show it as the sign for one. */
const whole = (text: string) => text.toWellFormed().replaceAll('\u0000', '\ufffd');
/** What Telegram itself takes out of what a bot says, however it is said. */
// oxlint-disable-next-line no-misleading-character-class -- single code points are meant
const TAKEN = /[\u2028-\u202e\u030a\u0333\u033f]/g;
/** Blank space at a cut goes, and control characters are blanks to Telegram. */
const seen = (text: string) => text.replace(TAKEN, '').replace(/[\s\u0000-\u001f]+/gu, '');
const composed = (text: string) =>
  text.replace(/\p{L}\u030a/gu, (letter) => letter.normalize('NFC'));

const LONGEST = [
  '😀'.repeat(2_048),
  'слово '.repeat(682),
  '👩‍👩‍👧‍👦'.repeat(372),
  '<b>&amp;'.repeat(512),
  '**_`'.repeat(1_024),
  'א\u200f'.repeat(2_048),
];

it('from the customer into the desk', async () => {
  const { id, userId } = await openCustomer(desk);
  const texts = [
    ...fc.sample(anyText(600), { numRuns: 20, seed: 7 }),
    ...LONGEST,
    '\ud800 half \udc00 and \u0000',
  ]
    .map((text) => text.slice(0, 4_096))
    .filter((text) => text.trim() !== '' && !text.startsWith('/'));
  for (const text of texts) desk.server.sandbox.control.sendText(id, text);
  const messages = await until(async () => {
    const written = await writtenBy(desk, userId);
    return written.length === texts.length + 1 && written;
  }, 40_000);
  expect(messages.slice(1).map(({ content }) => content)).toEqual(texts.map(whole));
}, 60_000);

it('from staff into the chat, through the sandbox', async () => {
  const texts = [
    ...fc.sample(anyText(2_000), { numRuns: 6, seed: 11 }),
    'слово '.repeat(1_000),
    '😀'.repeat(3_000),
  ].map((text) => text.trim().replaceAll('\u0000', ''));
  await Promise.all(
    texts.map(async (text, index) => {
      const { id, ticket } = await openCustomer(desk);
      const format = index % 2 === 0 ? 'plain' : 'markdown';
      const messageId = await answer(desk, ticket.id, text, { format });
      expect(await settled(desk, messageId)).toMatchObject({ state: 'SENT' });
      const parts = await inChat(desk, id, messageId);
      const said = parts
        .map((part) => part.text)
        .join('')
        .replace(/^#\d+ · Олег\n?/, '');
      expect(seen(said)).toBe(seen(composed(shownText(whole(text), format))));
    }),
  );
}, 60_000);

it('from staff into what Telegram shows, up to the limits, never refused', () => {
  const limits = [...LONGEST, 'а'.repeat(16_000), '😀'.repeat(8_000), 'a\u030a'.repeat(8_000)];
  const check = (text: string, format: 'plain' | 'markdown') => {
    // As a message is sent: something is seen above the text.
    const heading = { text: '#1\n', tags: [] };
    const parts = splitFormatted([heading, ...fromContent(text, format)]).map((part) => {
      const { text: shown } = parseTelegramHtml(toHtml(part));
      expect(shown.length).toBeLessThanOrEqual(4_096);
      return shown;
    });
    expect(seen(parts.join(''))).toBe(`#1${seen(composed(shownText(text, format)))}`);
  };
  const format = fc.constantFrom('plain' as const, 'markdown' as const);
  for (const text of limits) for (const one of ['plain', 'markdown'] as const) check(text, one);
  fc.assert(
    fc.property(anyText(12_000), format, (text, one) => {
      fc.pre(seen(text) !== '' && text.length <= 16_000);
      check(text, one);
    }),
    { numRuns: 60 },
  );
});
