import { expect, test, type Locator } from '@playwright/test';
import { makePng } from '../server/src/sandbox/testKit';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { film, silence } from './support/mediaFiles';
import { ADMIN } from './support/people';
import { drag, openPhone } from './support/phone';
import { startDemoServer, type DemoServer } from './support/server';

/** Has a few tickets. */
const OTHER = 710_000_102;

let server: DemoServer;
let admin: DeskApi;
test.beforeAll(async () => {
  server = await startDemoServer();
  admin = await deskApi(server, ADMIN);
});
test.afterAll(() => server.dispose());

test('conversation: marks, quotes, typing, revisions, reactions, in English', async ({
  browser,
}) => {
  const customer = await deskApi(server, OTHER);
  await customer.call('PUT /auth/profile', { language: 'en' });
  const { items: categories } = await customer.call('GET /categories', {});
  const mark = Date.now().toString(36);
  const ticket = await customer.call('POST /tickets', {
    title: `Long story ${mark}`,
    description: `The beginning ${mark}`,
    categoryId: categories[0]?.id ?? '',
  });
  const { id } = ticket;
  const write = (who: DeskApi, content: string, more: { replyToId?: string } = {}) =>
    who.call('POST /tickets/{id}/messages', { id, content, ...more });
  for (let at = 1; at <= 50; at += 1) await write(customer, `Line ${at}`);
  const { items } = await customer.call('GET /tickets/{id}/messages', { id });
  const opening = items[0]?.id ?? '';
  for (let at = 1; at <= 14; at += 1) await write(admin, `News ${at} ${'to tell '.repeat(20)}`);
  await write(admin, 'You wrote this first', { replyToId: opening });

  const page = await openPhone(browser, server, { personId: OTHER, theme: 'dark' });
  const bubbles = page.getByTestId('message');
  const bubble = (text: string | RegExp): Locator => bubbles.filter({ hasText: text });
  const first = page.locator(`[data-message-id="${opening}"]`);
  await page.getByTestId('ticket-item').filter({ hasText: mark }).click();

  await test.step('opens where reading stopped, and tells how far it went', async () => {
    await expect(page.getByTestId('unread-line')).toBeInViewport();
    await expect(bubble('Line 50')).toBeVisible();
    await page.getByTestId('to-newest').click();
    await expect(bubble('You wrote this first')).toBeInViewport();
    const read = async () => (await admin.call('GET /tickets/{id}', { id })).readByCustomer;
    await expect.poll(read).toBe(66);
    await expect(page.getByTestId('to-newest')).toBeHidden();
  });

  await test.step('a quote leads to its message, however old; only near ones are drawn', async () => {
    await expect(first).toHaveCount(0);
    await bubble('You wrote this first').locator('.quote').click();
    await expect(first).toBeInViewport();
    await page.getByTestId('to-newest').click();
    await expect(bubble('You wrote this first')).toBeInViewport();
    await expect(first).toHaveCount(0);
  });

  await test.step('sent, then read by the staff', async () => {
    await page.getByTestId('composer').fill('Are you there?');
    await page.getByTestId('send').click();
    const ticks = bubble('Are you there?').getByTestId('ticks');
    await expect(ticks).toHaveAttribute('data-read', 'false');
    await admin.call('PUT /tickets/{id}/read', { id });
    await expect(ticks).toHaveAttribute('data-read', 'true');
    await expect(ticks).toHaveAccessibleName('Read');
  });

  await test.step('typing is shown', async () => {
    await admin.call('POST /tickets/{id}/typing', { id });
    await expect(page.getByTestId('typing')).toBeVisible();
  });

  await test.step('an edited message shows what it said before', async () => {
    await bubble('Are you there?').click({ button: 'right' });
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByTestId('composer').fill('Is anybody there?');
    await page.getByTestId('send').click();
    await bubble('Is anybody there?').getByTestId('edited').click();
    await expect(page.getByTestId('revision')).toHaveCount(2);
    await expect(page.getByTestId('revision').last()).toContainText('Are you there?');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('reactions go both ways', async () => {
    const answer = bubble('You wrote this first');
    await answer.click({ button: 'right' });
    await page.getByTestId('react-👍').click();
    await expect(answer.getByTestId('reaction')).toHaveText('👍');
    await expect(answer.getByTestId('reaction')).toHaveAttribute('aria-pressed', 'true');
    const messages = await admin.call('GET /tickets/{id}/messages', { id, order: 'desc' });
    const mine = messages.items.find((one) => one.content === 'Is anybody there?');
    const theirs = messages.items.find((one) => one.content === 'You wrote this first');
    expect(theirs?.reactions).toMatchObject([{ emoji: '👍', side: 'CUSTOMER' }]);
    await admin.call('PUT /messages/{id}/reaction', { id: mine?.id ?? '', emoji: '🔥' });
    await expect(bubble('Is anybody there?').getByTestId('reaction')).toHaveText('🔥');
    await answer.getByTestId('reaction').click();
    await expect(answer.getByTestId('reaction')).toHaveCount(0);
  });

  await test.step('a swipe answers a message', async () => {
    await drag(bubble('You wrote this first'), { x: -120, y: 0 });
    await expect(page.locator('.aim')).toContainText('You wrote this first');
    await page.locator('.aim button').click();
    await expect(page.locator('.aim')).toBeHidden();
  });
  await page.context().close();
});

test('conversation: pictures, players, draft, timeline and the ticket panel, in English', async ({
  browser,
}) => {
  const customer = await deskApi(server, OTHER);
  await customer.call('PUT /auth/profile', { language: 'en' });
  const { items: categories } = await customer.call('GET /categories', {});
  const mark = Date.now().toString(36);
  const { id, number } = await customer.call('POST /tickets', {
    title: `Pictures ${mark}`,
    description: 'See for yourself',
    categoryId: categories[0]?.id ?? '',
  });
  const page = await openPhone(browser, server, { personId: OTHER, theme: 'dark' });
  const bubbles = page.getByTestId('message');
  await page.getByTestId('ticket-item').filter({ hasText: mark }).click();

  await test.step('pictures open large, go on, grow and close', async () => {
    await page.getByTestId('file-input').setInputFiles([
      { name: 'one.png', mimeType: 'image/png', buffer: makePng(300, 200) },
      { name: 'two.png', mimeType: 'image/png', buffer: makePng(200, 300) },
    ]);
    await expect(page.locator('.tile[data-state=done]')).toHaveCount(2);
    await page.getByTestId('send').click();
    await bubbles.locator('.picture').first().click();
    const lightbox = page.getByTestId('lightbox');
    await expect(lightbox).toContainText('1 of 2');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await expect(lightbox).toContainText('2 of 2');
    const stage = page.getByTestId('lightbox-stage');
    await stage.dblclick();
    await expect(stage).toHaveAttribute('data-zoomed', 'true');
    await page.keyboard.press('0');
    await expect(stage).toHaveAttribute('data-zoomed', 'false');
    const box = await stage.boundingBox();
    if (!box) throw new Error('The stage is in sight');
    await page.mouse.move(box.x + 60, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 210, { steps: 4 });
    await page.mouse.up();
    await expect(lightbox).toContainText('1 of 2');
    await page.keyboard.press('Escape');
    await expect(lightbox).toBeHidden();
  });

  await test.step('sound and film play, with the keyboard too; a file tells its size', async () => {
    const files = [
      await admin.upload(silence(), 'voice.mp3', 'audio/mpeg'),
      await admin.upload(await film(page), 'film.webm', 'video/webm'),
      await admin.upload(Buffer.from('text '.repeat(500)), 'log.txt', 'text/plain'),
    ];
    await admin.call('POST /tickets/{id}/messages', {
      id,
      content: '',
      attachmentIds: files.map((file) => file.id),
    });
    const player = page.getByTestId('audio-player');
    await expect(player).toBeVisible();
    await expect(player.getByRole('slider')).toHaveAttribute('max', /^1(\.|$)/);
    await player.getByTestId('audio-speed').press('Enter');
    await expect(player.getByTestId('audio-speed')).toHaveText('1.5×');
    await player.getByTestId('audio-toggle').press('Enter');
    await expect(player.getByTestId('audio-toggle')).toHaveAccessibleName(/^Pause/);
    await expect(player.getByTestId('audio-toggle')).toHaveAccessibleName(/^Play/);
    await player.getByRole('slider').press('End');
    await expect(page.getByTestId('video-player').locator('video')).toBeVisible();
    await expect(bubbles.last().locator('.file-line')).toContainText('2.4 KB');
  });

  await test.step('a draft stays with its ticket', async () => {
    await page.getByTestId('composer').fill('Not finished');
    await page.getByTestId('back').click();
    const row = page.getByTestId('ticket-item').filter({ hasText: mark });
    await expect(row).toContainText('Draft: Not finished');
    await row.click();
    await expect(page.getByTestId('composer')).toHaveValue('Not finished');
    await page.getByTestId('composer').fill('');
  });

  await test.step('what happens to the ticket stands between the messages', async () => {
    await admin.call('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
    await expect(page.getByTestId('change').last()).toContainText('Marked as solved');
    await page.getByTestId('rate-4').click();
    await page.getByTestId('rating-comment').fill('Quick');
    await page.getByTestId('rating-send').click();
    await expect(page.getByTestId('change').last()).toContainText('★★★★☆');
    expect(await findings(page)).toEqual([]);
  });

  await test.step('the panel: everything about the ticket, its timeline, reopen and close', async () => {
    await page.getByTestId('ticket-details').click();
    const panel = page.getByTestId('ticket-panel');
    await expect(panel).toContainText('Resolved');
    await expect(panel.getByTestId('timeline-entry').first()).toContainText('Quick');
    await expect(panel.getByTestId('timeline-entry').last()).toContainText('Ticket created');
    await panel.getByTestId('share-ticket').click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(`start=t${number}`);
    expect(await findings(page)).toEqual([]);
    await panel.getByTestId('panel-reopen').click();
    await expect(panel).toContainText('In progress');
    await expect(panel.getByTestId('timeline-entry').first()).toContainText('You reopened');
    await panel.getByTestId('close-ticket').click();
    await page.getByTestId('close-ticket-confirm').click();
    await expect(page.getByTestId('change').last()).toContainText('You closed the ticket');
    await expect(page.getByTestId('reopen')).toBeVisible();
  });
  await page.context().close();
});
