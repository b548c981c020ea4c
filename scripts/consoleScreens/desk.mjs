import { deskApi } from '../../e2e/support/deskApi';
import { signIn } from '../../e2e/support/journey';
import { ADMIN, MODERATOR } from '../../e2e/support/people';

/**
 * What a walk needs to come to its screen.
 * @param parts the console's program and page, the story, the network between console and desk,
 *   and a colleague
 */
export function deskOf(parts) {
  const { page } = parts;
  const see = (id) => page.getByTestId(id).first().waitFor();
  const go = async (address, id) => {
    await page.evaluate((hash) => (globalThis.location.hash = hash), `#/${address}`);
    await see(id);
  };
  return {
    ...parts,
    see,
    go,
    press: (id) => page.getByTestId(id).first().click(),
    /** Opens a ticket from the list with the mouse: what a keyboard opens keeps the focus in sight. */
    show: async (ticket) => {
      await go('inbox/active', 'inbox-row');
      await page.locator(`[data-testid=inbox-row][data-number="${ticket.number}"]`).click();
      await see('message');
    },
  };
}

/** A fresh page: nothing of the last screen lies over the next. */
export async function afresh(page) {
  // A ticket that is opened with the page has the focus in the list before the mouse comes.
  await page.evaluate(() => (globalThis.location.hash = '#/inbox/active'));
  await page.reload();
  await page.getByTestId('open-notifications').waitFor();
  const close = page.locator('.mantine-Notification-closeButton');
  for (let shown = await close.count(); shown > 0; shown -= 1) await close.first().click();
}

/** Puts the pointer where nothing lies: what is under it looks otherwise, and says what it is. */
export async function aside(page) {
  const corner = await page.evaluate(() => [globalThis.innerWidth - 2, globalThis.innerHeight - 2]);
  await page.mouse.move(...corner);
}

/** A colleague at the preview in a browser, whom the console sees at work. */
export async function openColleague(browser, server) {
  const page = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
  await page.goto(`${server.url}/console/`);
  await signIn({ browser, console: page, serverUrl: server.url }, MODERATOR);
  const at = (address) =>
    page.evaluate((hash) => (globalThis.location.hash = hash), `#/inbox/${address}`);
  let typing;
  return {
    /** Goes on until `stops`: that somebody types is told for a few seconds only. */
    types: async (ticket) => {
      await at(`active/${ticket.id}`);
      const input = page.getByTestId('composer-input');
      await input.press('.');
      typing = setInterval(() => void input.press('.').catch(() => undefined), 1_000).unref();
    },
    stops: async () => {
      clearInterval(typing);
      await page.getByTestId('composer-input').fill('');
      await at('active');
    },
  };
}

/** Ends every session of the person whose console is shown, as a colleague with the right does. */
export async function signOutFromAfar(server) {
  const admin = await deskApi(server, ADMIN);
  await admin.call('POST /sessions/revoke', {});
}
