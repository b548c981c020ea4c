// `npm run screenshots [-- story miniapp console]`: plays one conversation on a fresh demo desk, in
// English and in Russian, and keeps a picture of every face in docs/images. Names of screens of the
// console behind `console` have only those taken again.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openChat } from '../e2e/support/sandboxChat';
import { startDemoServer } from '../e2e/support/server';
import { screenshots } from '../server/src/sandbox/demo/screenshots';
import { build, served } from './lib/builds.mjs';
import { findChromium } from './lib/chromium.mjs';
import { findElectron } from './lib/electron.mjs';
import { useNarrowFonts } from './lib/fonts.mjs';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { consoleScreens, describeConsole } from './lib/consoleScreens.mjs';
import { miniAppScreens } from './lib/miniAppScreens.mjs';
import { at, checkNode, Failure } from './lib/root.mjs';
import { bin, run } from './lib/run.mjs';

const { chromium } = createRequire(at('e2e', 'package.json'))('@playwright/test');
const sharp = createRequire(at('server', 'package.json'))('sharp');

/** Accounts of the demo and what they say. */
const casts = {
  en: {
    locale: 'en-GB',
    customer: 710_000_107,
    staff: 710_000_202,
    category: /Technical/,
    title: 'The game stops on the arena',
    question: 'It began with today’s update: this window, as soon as I join.',
    note: 'Same crash as in this morning’s reports: the texture cache of 2.3.',
    answer:
      'Hi James, thank you for the picture. It is the texture cache: delete the folder ' +
      '**cache/textures** and start again. Does that help?',
    thanks: 'That was it, two rounds and not a single crash. Thank you!',
  },
  ru: {
    locale: 'ru-RU',
    customer: 710_000_102,
    staff: 710_000_204,
    category: /Техническ/,
    title: 'Игра вылетает на арене',
    question: 'Началось с сегодняшнего обновления: такое окно, как только захожу.',
    note: 'То же, что в утренних обращениях: кэш текстур версии 2.3.',
    answer:
      'Катя, здравствуйте, спасибо за снимок! Виноват кэш текстур: удалите папку ' +
      '**cache/textures** и запустите игру снова. Помогло?',
    thanks: 'Да, помогло: два боя — и ни одного вылета. Спасибо!',
  },
};

const picture = {
  name: 'crash.png',
  mimeType: 'image/png',
  buffer: await sharp(Buffer.from(screenshots.crash)).png().toBuffer(),
};

const PARTS = ['story', 'miniapp', 'console'];
const names = process.argv.slice(2);
const screens = names.filter((name) => !PARTS.includes(name));
const wanted = (name) => names.length === 0 || names.includes(name);

/** Milliseconds until pictures are loaded and colours have changed. */
const settling = 700;

/** Small and the same to the eye: 256 colours are enough for a picture of few, WebP takes any. */
const formats = {
  png: (image) => image.png({ palette: true, effort: 10 }),
  webp: (image) => image.webp({ quality: 72, smartSubsample: true }),
};

async function keep(target, name, format = 'png') {
  await sleep(settling);
  const png = await target.screenshot({ animations: 'disabled' });
  const file = at('docs', 'images', `${name}.${format}`);
  const { size } = await formats[format](sharp(png)).toFile(file);
  console.log(`  ${name}.${format} ${Math.round(size / 1024)} KB`);
}

async function play(browser, url, language, cast) {
  const open = async (path, width, height) => {
    const context = await browser.newContext({
      locale: cast.locale,
      colorScheme: 'light',
      viewport: { width, height },
      deviceScaleFactor: 1.5,
    });
    const page = await context.newPage();
    await page.goto(url + path);
    return page;
  };
  // The console signs in by a code that its person approves in the chat.
  const desk = await open('/console/', 1360, 850);
  await desk.getByTestId('sign-in').click();
  const code = await desk.getByTestId('user-code').innerText();
  const staff = await openChat(browser, url, cast.staff);
  await staff.write(`/login ${code}`);
  await staff.press(/Approve|Подтвердить/);
  await desk.getByTestId('inbox-list').waitFor();

  // The customer writes, with a picture, and says what it is about.
  const chat = await open(`/sandbox/?person=${cast.customer}`, 1180, 940);
  const say = async (text) => {
    await chat.getByTestId('composer').fill(text);
    await chat.getByTestId('send').click();
  };
  await say('/new');
  await chat.getByTestId('attach-input').setInputFiles(picture);
  await say(`${cast.title}\n${cast.question}`);
  const press = (name) =>
    chat.getByTestId('inline-button').filter({ hasText: name }).last().click();
  // The topics that /new offers stand above those of the ticket that the story has opened.
  await chat
    .getByTestId('message')
    .filter({ hasText: /is open|принято/ })
    .last()
    .waitFor();
  await press(cast.category);

  // Staff take it, leave a note and answer.
  const row = desk.getByTestId('inbox-row').filter({ hasText: cast.title }).first();
  await row.click();
  const write = async (text) => {
    await desk.getByTestId('composer-input').fill(text);
    await desk.getByTestId('send').click();
  };
  await desk.getByTestId('take').click();
  await desk.getByTestId('note-toggle').click();
  await write(cast.note);
  await desk.getByTestId('reply-toggle').click();
  await write(cast.answer);
  await chat.getByTestId('message').filter({ hasText: 'cache/textures' }).waitFor();
  await say(cast.thanks);
  await desk.getByTestId('message').filter({ hasText: cast.thanks }).waitFor();

  await keep(chat, `chat.${language}`);
}

async function playConsole(browser, server) {
  const folder = at('docs', 'images', 'console');
  mkdirSync(folder, { recursive: true });
  const kept = new Set();
  const keepAndNote = async (target, name, format) => {
    await keep(target, name, format);
    kept.add(`${path.basename(name)}.${format}`);
  };
  await consoleScreens(browser, server, keepAndNote, screens);
  if (screens.length > 0) return;
  // Only a run without a failure knows which pictures belong to no screen any more.
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(path.join(folder, name));
  const list = at('docs', 'CONSOLE.md');
  writeFileSync(list, describeConsole());
  await run(bin('prettier'), ['--write', list], { limit: 60_000 });
}

await live(async () => {
  checkNode();
  await install();
  await build([...served, 'desktop']);
  const found = await findChromium();
  if (found.missing) throw new Failure(`${found.missing}.`);
  const electron = await findElectron({ download: true });
  if (electron.missing) throw new Failure(`${electron.missing}.`);
  process.env.TIKETHET_ELECTRON = electron.program;
  useNarrowFonts();
  mkdirSync(at('docs', 'images', 'miniapp'), { recursive: true });
  const server = await startDemoServer();
  const browser = await chromium.launch({
    executablePath: found.program || undefined,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const [language, cast] of Object.entries(wanted('story') ? casts : {})) {
      await play(browser, server.url, language, cast);
    }
    if (wanted('miniapp')) await miniAppScreens(browser, server, keep);
    if (wanted('console')) await playConsole(browser, server);
  } finally {
    await browser.close();
    await server.dispose();
  }
});
