import { expect as usual, test, type Page } from '@playwright/test';
import { openBrowser } from './support/browser';
import { findings } from './support/axe';
import { deskApi } from './support/deskApi';
import { launchConsole } from './support/electron';
import { signIn } from './support/journey';
import { ADMIN, NEWCOMER } from './support/people';
import { openChat } from './support/sandboxChat';
import { startDemoServer, type DemoServer } from './support/server';

// The console reads its working set meanwhile: on a loaded machine everything takes its time.
const expect = usual.configure({ timeout: 25_000 });

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

/** The console's bridge, as far as this journey needs it. */
interface Bridged {
  tikethet: { preferences: { set(change: object): Promise<unknown> } };
}

const row = (page: Page, kind: string, text: string) =>
  page.getByTestId(`${kind}-row`).filter({ hasText: text });
const save = (page: Page) => page.getByTestId('form-save').click();

test('an admin sets up a desk: people, rights, categories, tags, macro, article, settings', async () => {
  test.setTimeout(240_000);
  const browser = await openBrowser();
  const desk = await launchConsole({ serverUrl: server.url });
  const page = desk.window;
  try {
    await signIn({ browser, console: page, serverUrl: server.url });

    await test.step('a colleague is invited by name and accepts in the chat', async () => {
      await page.evaluate(() => (window.location.hash = '#/admin/people'));
      await expect(row(page, 'person', '@lebedev_admin')).toBeVisible();
      expect(await findings(page, { inElectron: true })).toEqual([]);
      await page.getByTestId('people-invite').click();
      await page.getByTestId('invite-name').fill('@zorin_n');
      await page.getByTestId('invite-make').click();
      await expect(page.getByTestId('invitation-link')).toHaveValue(/start=inv_/);
      await page.getByTestId('invitation-done').click();
      const chat = await openChat(browser, server.url, NEWCOMER);
      await chat.write('/help');
      await chat.press(/Вступить в команду/);
      await expect(chat.fromBot.filter({ hasText: 'Добро пожаловать в команду' })).toBeVisible();
      await chat.page.context().close();
      await expect(row(page, 'person', '@zorin_n')).toContainText(/Помощник|Helper/);
    });

    await test.step('a category, which becomes all that the colleague sees', async () => {
      await page.getByTestId('admin-categories').click();
      await page.getByTestId('category-new').click();
      await page.getByTestId('name-ru').fill('Доставка');
      await save(page);
      await expect(row(page, 'category', 'Доставка')).toBeVisible();
      await page.getByTestId('admin-people').click();
      await row(page, 'person', '@zorin_n').click();
      await page.getByTestId('person-categories').click();
      const option = page.getByTestId('person-categories-option');
      await option.filter({ hasText: 'Доставка' }).click();
      await expect(page.getByTestId('person-categories')).toContainText('Доставка');
      await page.keyboard.press('Escape');
      const helper = await deskApi(server, NEWCOMER);
      await expect.poll(async () => (await helper.call('GET /tickets', {})).items.length).toBe(0);
    });

    await test.step('a colleague was first: both values stand there, and the admin decides', async () => {
      const colleague = await deskApi(server, ADMIN);
      const { items } = await colleague.call('GET /categories', {});
      const id = items.find(({ name }) => name === 'Доставка')?.id ?? '';
      await page.getByTestId('admin-categories').click();
      await row(page, 'category', 'Доставка').getByRole('button').last().click();
      await page.getByTestId('name-ru').fill('Курьеры');
      await colleague.call('PUT /categories/{id}', { id, name: 'Логистика' });
      await save(page);
      const notice = page.getByTestId('setup-conflict');
      await expect(notice).toContainText('Логистика');
      await expect(notice).toContainText('Курьеры');
      await page.getByTestId('conflict-mine').click();
      await expect(row(page, 'category', 'Курьеры')).toBeVisible();
      await colleague.call('PUT /categories/{id}', { id, name: 'Доставка' });
      await expect(row(page, 'category', 'Доставка')).toBeVisible();
    });

    await test.step('a right of a role; what the role then sees, and the way back', async () => {
      await page.getByTestId('admin-rights').click();
      expect(await findings(page, { inElectron: true })).toEqual([]);
      const right = page.getByTestId('right-HELPER-ticket.assign');
      await right.click();
      await expect(right).toBeChecked();
      const helper = await deskApi(server, NEWCOMER);
      const may = async () => (await helper.call('GET /permissions', {})).roles.HELPER ?? [];
      await expect.poll(may).toContain('ticket.assign');
      await expect(page.getByTestId('right-ADMIN-ticket.assign')).toHaveAttribute(
        'aria-disabled',
        'true',
      );
      await page.getByTestId('view-as-HELPER').click();
      await expect(page.getByTestId('view-as-banner')).toBeVisible();
      await page.getByTestId('inbox-row').first().click();
      await page.getByTestId('resolve').click();
      await expect(
        page.getByText(/ничего не сохраняется|nothing is saved\. Go back/),
      ).toBeVisible();
      await page.getByTestId('view-as-leave').click();
      await expect(page.getByTestId('view-as-banner')).toBeHidden();
      await expect(right).toBeChecked();
    });

    await test.step('a tag, a macro, an article, the desk’s name', async () => {
      const admin = await deskApi(server, ADMIN);
      await page.getByTestId('admin-tags').click();
      await page.getByTestId('tag-new').click();
      await page.getByTestId('tag-name').fill('курьер');
      await save(page);
      await expect(row(page, 'tag', 'курьер')).toBeVisible();

      await page.getByTestId('admin-macros').click();
      await page.getByTestId('macro-new').click();
      await page.getByTestId('macro-name').fill('Где курьер');
      await page.getByTestId('macro-text').fill('Курьер уже едет.');
      await page.getByTestId('macro-save').click();
      await expect(row(page, 'macro', 'Где курьер')).toBeVisible();

      const { items } = await admin.call('GET /macros', {});
      const macro = items.find(({ name }) => name === 'Где курьер');
      await page.getByTestId('macro-text').fill('Курьер звонит вам.');
      const ru = 'Курьер опаздывает.';
      const id = macro?.id ?? '';
      await admin.call('PUT /macros/{id}', { id, texts: { ru, en: null } });
      await page.getByTestId('macro-save').click();
      await expect(page.getByTestId('setup-conflict')).toContainText(ru);
      await page.getByTestId('conflict-theirs').click();
      await expect(page.getByTestId('macro-text')).toHaveValue(ru);
      await expect(page.getByTestId('macro-save')).toBeDisabled();

      await page.getByTestId('admin-faq').click();
      await page.getByTestId('faq-new').click();
      await page.getByTestId('faq-title').first().fill('Когда приедет заказ');
      await page.getByTestId('faq-body').first().fill('Обычно за два часа.');
      await page.getByTestId('faq-save').click();
      await expect(
        page.getByTestId('faq-entry').filter({ hasText: 'Когда приедет заказ' }),
      ).toBeVisible();

      await page.getByTestId('admin-settings').click();
      await page.getByTestId('desk-name').fill('Пицца у дома');
      await page.getByTestId('desk-save').click();
      await expect(page.getByTestId('desk-save')).toBeDisabled();
    });

    await test.step('a device is signed out from afar, a person is blocked at once', async () => {
      const helper = await deskApi(server, NEWCOMER);
      await page.getByTestId('admin-people').click();
      await row(page, 'person', '@zorin_n').click();
      // Every contact of this journey has been a session: the newest of them ends here.
      await page.getByTestId('sessions-all').click();
      await page.getByTestId('sessions-all-confirm').click();
      const status = () =>
        helper.call('GET /auth/me', {}).then(
          () => 'in',
          (error: { code: string }) => error.code,
        );
      await expect.poll(status).toBe('session_revoked');
      await page.getByTestId('person-access').click();
      await page.getByTestId('block-confirm').click();
      await expect(row(page, 'person', '@zorin_n')).toBeHidden();
      await expect.poll(status).toBe('account_blocked');
    });

    await test.step('one’s own other device is signed out from the settings', async () => {
      await deskApi(server, ADMIN);
      await page.evaluate(() => (window.location.hash = '#/settings/devices'));
      await expect(page.locator('#settings-section')).toBeFocused();
      await expect(page.getByTestId('device-end').first()).toBeVisible();
      await page.getByTestId('devices-end-all').click();
      await page.getByTestId('device-end-sure').click();
      await expect(page.getByTestId('device-end')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('inbox-list')).toBeVisible();
      await expect(page.locator('body')).not.toBeFocused();
      await page.evaluate(() => (window.location.hash = '#/admin/audit'));
    });

    await test.step('all of it stands in the audit log', async () => {
      await page.getByTestId('admin-audit').click();
      for (const action of [
        'invitation.created',
        'invitation.accepted',
        'user.categories_changed',
        'permission.granted',
        'session.all_ended',
        'user.blocked',
      ]) {
        const entry = page.locator(`[data-testid=audit-entry][data-action="${action}"]`);
        await expect(entry.first()).toBeVisible();
      }
    });

    await test.step('axe finds nothing on any page of the settings and the admin', async () => {
      for (const look of [
        { theme: 'dark', language: 'ru' },
        { theme: 'light', language: 'en' },
      ] as const) {
        await page.evaluate(
          (chosen) => (window as unknown as Bridged).tikethet.preferences.set(chosen),
          look,
        );
        await page.reload();
        for (const part of ['settings', 'admin']) {
          await page.evaluate((name) => (window.location.hash = `#/${name}`), part);
          const links = page.locator(`nav a[data-testid^="${part}-"]`);
          await expect(links.first()).toBeVisible();
          for (let at = 0; at < (await links.count()); at += 1) {
            await links.nth(at).click();
            await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
            const where = await links.nth(at).getAttribute('data-testid');
            const found = await findings(page, { inElectron: true });
            expect(found.map((one) => `${where}, ${look.theme}: ${one}`)).toEqual([]);
          }
        }
      }
    });
  } finally {
    await desk.close();
    await browser.close();
  }
});
