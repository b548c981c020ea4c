import { existsSync, writeFileSync } from 'node:fs';
import { launchConsole } from '../../e2e/support/electron';
import { signIn } from '../../e2e/support/journey';
import { at } from './root.mjs';

const size = { width: 1440, height: 900 };

/** Every screen of the console: its title in docs/CONSOLE.md and how one gets there. */
const screens = {
  inbox: { title: 'The inbox', walk: ({ go }) => go('inbox/active', 'inbox-row') },
  conversation: {
    title: 'A ticket with its conversation and its customer',
    walk: async ({ page, go }) => {
      await go('inbox/active', 'inbox-row');
      await page.getByTestId('inbox-row').nth(1).click();
      await page.getByTestId('message').first().waitFor();
    },
  },
  bulk: {
    title: 'Many tickets at once',
    walk: async ({ page, go }) => {
      await go('inbox/active', 'inbox-row');
      await page.getByTestId('inbox-row').first().focus();
      for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
      await page.getByTestId('bulk-bar').waitFor();
    },
  },
  palette: {
    title: 'The palette: tickets, people, actions, pages',
    walk: async ({ page, go }) => {
      await go('inbox/active', 'inbox-row');
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByTestId('palette-input').waitFor();
    },
  },
  keys: {
    title: 'The keys',
    walk: async ({ page, go }) => {
      await go('inbox/active', 'inbox-row');
      await page.keyboard.press('?');
      await page.getByTestId('shortcut-sheet').waitFor();
    },
  },
  notifications: {
    title: 'What happened',
    walk: async ({ page, go }) => {
      await go('inbox/active', 'inbox-row');
      await page.getByTestId('open-notifications').click();
      await page.getByTestId('notifications').waitFor();
    },
  },
  'inbox-empty': {
    title: 'An empty list',
    walk: async ({ page, go }) => {
      await go('inbox/snoozed', 'inbox-list');
      await page.getByTestId('inbox-row').first().waitFor({ state: 'detached' });
    },
  },
  people: { title: 'People', walk: ({ go }) => go('admin/people', 'admin-people') },
  rights: { title: 'Rights of the roles', walk: ({ go }) => go('admin/rights', 'admin-rights') },
  categories: { title: 'Categories', walk: ({ go }) => go('admin/categories', 'admin-categories') },
  priorities: {
    title: 'Priorities and their promises',
    walk: ({ go }) => go('admin/priorities', 'admin-priorities'),
  },
  tags: { title: 'Tags', walk: ({ go }) => go('admin/tags', 'admin-tags') },
  faq: { title: 'Help articles', walk: ({ go }) => go('admin/faq', 'admin-faq') },
  macros: { title: 'Macros of the team', walk: ({ go }) => go('admin/macros', 'admin-macros') },
  desk: { title: 'Settings of the desk', walk: ({ go }) => go('admin/settings', 'admin-settings') },
  audit: { title: 'The audit log', walk: ({ go }) => go('admin/audit', 'admin-audit') },
  ...Object.fromEntries(
    Object.entries({
      profile: 'My profile',
      notifications: 'What calls me',
      macros: 'My macros',
      keys: 'My keys',
      devices: 'My devices',
      appearance: 'Language and look',
      system: 'This computer',
      offline: 'What is kept without a network',
      about: 'The program and its updates',
    }).map(([section, title]) => [
      `settings-${section}`,
      { title, walk: ({ go }) => go(`settings/${section}`, 'settings-page') },
    ]),
  ),
};

/**
 * Keeps a picture of every screen of the Electron console, in both languages and themes, and lists
 * them in docs/CONSOLE.md.
 * @param keep keeps a page's picture under a name
 */
export async function consoleScreens(browser, server, keep) {
  const desktop = await launchConsole({ serverUrl: server.url, env: { TIKETHET_TEST: '1' } });
  const page = desktop.window;
  await desktop.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  try {
    await signIn({ browser, console: page, serverUrl: server.url });
    await page.getByTestId('inbox-row').first().waitFor();
    for (const language of ['en', 'ru']) {
      for (const theme of ['light', 'dark']) {
        await page.evaluate((preferences) => globalThis.tikethet.preferences.set(preferences), {
          language,
          theme,
        });
        for (const [name, { walk }] of Object.entries(screens)) {
          const go = async (address, id) => {
            await page.evaluate((hash) => (globalThis.location.hash = hash), `#/${address}`);
            await page.getByTestId(id).first().waitFor();
          };
          // A fresh page: nothing of the last screen lies over this one.
          await page.reload();
          await page.getByTestId('open-notifications').waitFor();
          const close = page.locator('.mantine-Notification-closeButton');
          for (let shown = await close.count(); shown > 0; shown -= 1) await close.first().click();
          await walk({ page, go });
          await keep(page, `console/${name}-${theme}.${language}`);
        }
      }
    }
  } finally {
    await desktop.close();
  }
  writeFileSync(at('docs', 'CONSOLE.md'), describe());
}

function describe() {
  const sections = Object.entries(screens).map(([name, { title }]) => {
    const picture = (theme, language) => {
      const file = `images/console/${name}-${theme}.${language}.png`;
      if (!existsSync(at('docs', file))) throw new Error(`${file} was not made`);
      return `![${title}, ${theme}](${file})`;
    };
    const row = (language) => `| ${picture('light', language)} | ${picture('dark', language)} |`;
    return `## ${title}\n\n| Light | Dark |\n| :-: | :-: |\n${row('en')}\n${row('ru')}\n`;
  });
  const head =
    '# Every screen of the console\n\n`npm run screenshots` makes these pictures in Electron on a fresh demo desk, in English and Russian.\n';
  return [head, ...sections].join('\n');
}
