import { startTcpProxy } from '../../e2e/support/tcpProxy';
import { ensureScreen, launchConsole } from '../../e2e/support/electron';
import { signIn } from '../../e2e/support/journey';
import { adminScreens } from '../consoleScreens/admin.mjs';
import { conversationScreens } from '../consoleScreens/conversation.mjs';
import { afresh, aside, deskOf, openColleague, signOutFromAfar } from '../consoleScreens/desk.mjs';
import { inboxScreens } from '../consoleScreens/inbox.mjs';
import { settingsScreens } from '../consoleScreens/settings.mjs';
import { playStory } from '../consoleScreens/story.mjs';
import { troubleScreens } from '../consoleScreens/troubles.mjs';

const SIZE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 700 };
const WIDE = { width: 1920, height: 1080 };
const HUGE = { width: 2560, height: 1440 };

/** Light is shown in English, dark in Russian: both languages are seen. */
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'ru' },
];

/** Before one is in, and after the desk has ended it: taken apart from the rest. */
const doorScreens = {
  'sign-in': { title: 'Signing in' },
  'sign-in-code': { title: 'The code that one approves in the bot' },
  ended: { title: 'Signed out from afar: what is kept here is locked' },
};

/** The parts of docs/CONSOLE.md, in its order. */
const parts = {
  'The inbox': {
    about:
      'Views, any filters, search, many tickets at once; the palette and the keys work on every page.',
    screens: inboxScreens,
  },
  'One ticket': {
    about:
      'One timeline of messages, notes and changes; the composer under it, the customer beside it.',
    screens: conversationScreens,
  },
  'What can go wrong': {
    about: 'Nothing is lost, nothing is overwritten unseen.',
    screens: troubleScreens,
  },
  'One’s own settings': {
    about:
      'What stands under “You” goes with the person to every device, what stands under “This device” stays on this computer.',
    screens: settingsScreens,
  },
  'The desk’s settings': {
    about: 'Pages for those whose role has the right to them.',
    screens: adminScreens,
  },
  'The door': { about: 'A code is shown here and approved in the bot.', screens: doorScreens },
};

/** The main pages in other windows. */
const sizes = {
  narrow: {
    title: '1024 points wide',
    size: NARROW,
    screens: {
      inbox: inboxScreens['inbox'],
      conversation: conversationScreens['conversation'],
      person: adminScreens['person'],
      settings: settingsScreens['settings-notifications'],
    },
  },
  wide: {
    title: '1920 points wide',
    size: WIDE,
    screens: { conversation: conversationScreens['conversation'] },
  },
  huge: {
    title: '2560 points wide',
    size: HUGE,
    screens: { conversation: conversationScreens['conversation'] },
  },
};

const file = (name, { theme, language }) => `console/${name}-${theme}.${language}`;

/**
 * Keeps a picture of every page and state of the Electron console, light in English and dark in
 * Russian.
 * @param keep keeps a page's picture under a name
 * @param only names of screens; none: all of them
 */
export async function consoleScreens(browser, server, keep, only = []) {
  const wanted = (name) => only.length === 0 || only.includes(name);
  const screen = await ensureScreen(`${HUGE.width}x${HUGE.height}`);
  process.env.DISPLAY = screen.display;
  const network = await startTcpProxy({
    target: server.url,
    random: () => 1,
    reorder: 0,
    delay: 0,
  });
  const desktop = await launchConsole({
    serverUrl: network.url,
    env: { TIKETHET_TEST: '1' },
  });
  const { window: page, app } = desktop;
  const resize = (size) =>
    app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
  const failures = [];
  /** One walk serves both pictures: what is open stays open while colours and language change. */
  const inBoth = async (name, shown = page) => {
    for (const look of wanted(name) ? looks : []) {
      await page.evaluate((change) => globalThis.tikethet.preferences.set(change), look);
      await shown.locator(`html[data-mantine-color-scheme=${look.theme}]`).waitFor();
      await aside(shown);
      await keep(shown, file(name, look), 'webp');
    }
  };
  const walkTo = async (desk, name, { walk, leave }) => {
    await afresh(page);
    const shown = (await walk(desk)) ?? page;
    await inBoth(name, shown);
    await leave?.(desk, shown);
  };
  const take = async (desk, name, scene) => {
    if (!wanted(name)) return;
    // A busy machine is given a second try, and the others are taken all the same: a whole run
    // takes minutes.
    try {
      await walkTo(desk, name, scene).catch(() => walkTo(desk, name, scene));
    } catch (error) {
      failures.push(`${name}: ${error.message}`);
    }
  };
  try {
    await resize(SIZE);
    await inBoth('sign-in');
    await page.getByTestId('sign-in').click();
    await page.getByTestId('user-code').waitFor();
    await inBoth('sign-in-code');
    await page.getByRole('button').last().click();
    await signIn({ browser, console: page, serverUrl: server.url });
    await page.getByTestId('inbox-row').first().waitFor();
    const colleague = await openColleague(browser, server);
    const story = await playStory(server);
    const desk = deskOf({ app, page, story, network, colleague });
    for (const { screens } of Object.values(parts)) {
      for (const [name, scene] of Object.entries(screens)) {
        if (scene.walk) await take(desk, name, scene);
      }
      network.block(false);
    }
    for (const [suffix, { size, screens }] of Object.entries(sizes)) {
      await resize(size);
      for (const [name, scene] of Object.entries(screens)) {
        await take(desk, `${name}-${suffix}`, scene);
      }
    }
    await resize(SIZE);
    if (wanted('ended')) {
      await signOutFromAfar(server);
      await page.getByTestId('sign-in-reason').waitFor();
      await inBoth('ended');
    }
  } finally {
    await desktop.close();
    await network.close();
    await screen.close();
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

const HEAD = `# The console in pictures

Every page and state of the desktop console. \`npm run screenshots -- console\` takes these pictures in Electron on a fresh
demo desk: on the left light and in English, on the right dark and in Russian. How to start it: [README](../README.md#the-desktop-console).
`;

/** What docs/CONSOLE.md says: the parts of the console with their pictures. */
export function describeConsole() {
  const pair = (title, name) => {
    const pictures = looks.map(
      (look) => `![${title}, ${look.theme}](images/${file(name, look)}.webp)`,
    );
    return `| ${title} | |\n| :-: | :-: |\n| ${pictures.join(' | ')} |\n`;
  };
  const sections = Object.entries(parts).map(([part, { about, screens }]) =>
    [
      `## ${part}\n\n${about}\n`,
      ...Object.entries(screens).map(([name, { title }]) => pair(title, name)),
    ].join('\n'),
  );
  const others = Object.entries(sizes).flatMap(([suffix, { title, screens }]) =>
    Object.keys(screens).map((name) => pair(title, `${name}-${suffix}`)),
  );
  return [HEAD, ...sections, '## Other windows\n', ...others].join('\n');
}
