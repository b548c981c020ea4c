import { expect, test, type Locator, type Page } from '@playwright/test';
import { makePng } from '../server/src/sandbox/testKit';
import { NEWCOMER } from './support/people';
import { openChat, type SandboxChat } from './support/sandboxChat';
import { startDemoServer, type DemoServer } from './support/server';
import { signInToApi, type StaffApi } from './support/staffApi';

// The bot says at most one message a second in a chat, and says a lot here.
test.describe.configure({ timeout: 180_000 });

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

/** What the bot says, by the language of the person. */
const WORDS = {
  ru: {
    accepted: /Обращение #(\d+) принято/,
    went: /Добавил в #/,
    move: /Перенести/,
    moved: /Перенёс \d+ сообщени[ея] в #/,
    close: /Закрыть обращение/,
    closed: /Обращение #\d+ закрыто/,
    reopen: /Проблема осталась/,
    reopened: /снова в работе/,
    resolved: /решено/,
    rated: /ваша оценка: ⭐⭐⭐⭐⭐/,
  },
  en: {
    accepted: /Ticket #(\d+) is open/,
    went: /Added to #/,
    move: /Move/,
    moved: /Moved \d+ messages? to #/,
    close: /Close/,
    closed: /#\d+ is closed/,
    reopen: /still there|not solved|remains/i,
    reopened: /back in work/,
    resolved: /resolved/,
    rated: /⭐⭐⭐⭐⭐/,
  },
} as const;

const ofMe = (page: Page): Locator => page.locator('[data-testid=message][data-from=me]');

async function send(
  chat: SandboxChat,
  files: [string, string, Buffer][],
  text = '',
): Promise<void> {
  const { page } = chat;
  await page
    .getByTestId('attach-input')
    .setInputFiles(files.map(([name, mimeType, buffer]) => ({ name, mimeType, buffer })));
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('send').click();
  await expect(page.getByTestId('composer')).toHaveValue('');
}

/** Opens the menu of a message. @param part selected before, so that a reply quotes it */
async function menu(message: Locator, part?: string): Promise<void> {
  if (part !== undefined) {
    await message.locator('.bubbleText').evaluate((element, words) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1;
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      }
    }, part);
  }
  // A real right click might take the selection away; the page's menu comes with this event.
  const box = await message.boundingBox();
  await message.dispatchEvent('contextmenu', { clientX: box?.x ?? 0, clientY: box?.y ?? 0 });
}

/** A customer's whole life with the bot's content, in one language. */
async function life(chat: SandboxChat, api: StaffApi, language: 'ru' | 'en'): Promise<void> {
  const words = WORDS[language];
  const { page, fromBot } = chat;
  const mark = `${language}${Date.now().toString(36)}`;
  const last = (text: RegExp | string) => fromBot.filter({ hasText: text }).last();
  const stored = (content: string) => expect.poll(() => api.find(content), { timeout: 20_000 });

  // A picture opens a ticket; an album and a voice message follow, each one message.
  await chat.write('/new');
  await send(chat, [['a.png', 'image/png', makePng(60, 40)]], `photo ${mark}`);
  await expect(last(words.accepted)).toBeVisible({ timeout: 20_000 });
  const first = Number(words.accepted.exec(await last(words.accepted).innerText())?.[1]);
  await send(
    chat,
    [
      ['b.png', 'image/png', makePng(61, 41)],
      ['c.png', 'image/png', makePng(62, 42)],
    ],
    `album ${mark}`,
  );
  await stored(`album ${mark}`).toMatchObject({ number: first, attachments: [{}, {}] });
  await send(chat, [['v.ogg', 'audio/ogg', Buffer.from('OggS voice')]]);
  await expect
    .poll(() => api.kinds(first), { timeout: 20_000 })
    .toEqual(['PHOTO', 'PHOTO', 'VOICE']);

  // Staff answer with formatting; the customer quotes a part, reacts, and edits their words.
  await api.reply(first, `look at **this** ${mark}`);
  const answer = last(`look at this ${mark}`);
  await expect(answer.locator('strong', { hasText: /^this$/ })).toBeVisible({ timeout: 20_000 });
  await menu(answer, 'look at');
  await page.getByTestId('menu-reply').click();
  await page.getByTestId('composer').fill(`which one ${mark}`);
  await page.getByTestId('send').click();
  await stored(`which one ${mark}`).toMatchObject({ quote: 'look at' });
  await menu(answer);
  await page.getByTestId('react-🔥').click();
  await expect
    .poll(async () => (await api.find(`look at **this** ${mark}`))?.reactions)
    .toMatchObject([{ emoji: '🔥', side: 'CUSTOMER' }]);
  const asked = ofMe(page).filter({ hasText: `which one ${mark}` });
  await menu(asked);
  await page.getByTestId('menu-edit').click();
  await page.getByTestId('composer').fill(`which of the two ${mark}`);
  await page.getByTestId('send').click();
  await stored(`which of the two ${mark}`).toMatchObject({ editedAt: expect.any(String) });
  await api.react(`which of the two ${mark}`, '👍');
  await expect(
    asked.or(ofMe(page).filter({ hasText: `of the two ${mark}` })).getByTestId('reaction'),
  ).toBeVisible();
  await api.edit(`look at **this** ${mark}`, `look at **that** ${mark}`);
  await expect(last(`look at that ${mark}`)).toBeVisible({ timeout: 20_000 });

  // A second ticket; a reply to the first goes there, the bot says so and moves it on request.
  await chat.write('/new');
  await chat.write(`second ${mark}`);
  await expect(last(words.accepted)).not.toContainText(`#${first} `, { timeout: 20_000 });
  const second = (await expectFound(api, `second ${mark}`)).number;
  await menu(last(`look at that ${mark}`));
  await page.getByTestId('menu-reply').click();
  await page.getByTestId('composer').fill(`meant for the second ${mark}`);
  await page.getByTestId('send').click();
  await expect(last(words.went)).toContainText(`#${first}`, { timeout: 20_000 });
  await chat.press(words.move);
  await chat.press(new RegExp(`#${second} `));
  await expect(last(words.moved)).toContainText(`#${second}`, { timeout: 20_000 });
  await stored(`meant for the second ${mark}`).toMatchObject({ number: second });

  // Close from a button, bring it back, and rate it when it is resolved.
  await api.reply(second, `done ${mark}`);
  await expect(last(`done ${mark}`)).toBeVisible({ timeout: 20_000 });
  await chat.press(words.close);
  await expect(last(words.closed)).toBeVisible({ timeout: 20_000 });
  await chat.press(words.reopen);
  await expect(last(words.reopened)).toBeVisible({ timeout: 20_000 });
  await api.setStatus(second, 'RESOLVED');
  await expect(last(words.resolved)).toBeVisible({ timeout: 20_000 });
  await chat.press(/5 ⭐/);
  await expect(last(words.rated)).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => api.rating(second)).toBe(5);
}

async function expectFound(api: StaffApi, content: string) {
  await expect.poll(() => api.find(content), { timeout: 20_000 }).toBeTruthy();
  const found = await api.find(content);
  if (found === null) throw new Error(`nothing says ${content}`);
  return found;
}

test('everything a customer does with the bot, in Russian', async ({ browser }) => {
  const chat = await openChat(browser, server.url, NEWCOMER);
  await life(chat, await signInToApi(server), 'ru');
  await chat.page.context().close();
});

test('the same in English', async ({ browser }) => {
  const chat = await openChat(browser, server.url, NEWCOMER);
  await chat.write('/language');
  await chat.press(/English/);
  await expect(chat.fromBot.filter({ hasText: /English/ }).last()).toBeVisible();
  await life(chat, await signInToApi(server), 'en');
  await chat.page.context().close();
});
