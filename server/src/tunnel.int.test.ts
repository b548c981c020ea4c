import { afterEach, expect, it } from 'vitest';
import { Secret } from './platform/secret';
import { StartError } from './platform/startError';
import { startTestDesk, type TestDesk } from './testing/testDesk';

const URL = 'https://desk-of-a-developer.ngrok.app';
let desk: TestDesk | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

async function soon(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 8_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it did not become so in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('sets webhook and button to the address, and takes them back at the end', async () => {
  let closed = false;
  const opened: number[] = [];
  desk = await startTestDesk(
    { tunnel: { authToken: new Secret('a-token-of-ngrok') } },
    {
      telegram: { mode: 'webhook', webhookSecret: new Secret('a-secret-of-the-webhook') },
      openTunnel: ({ port }) => {
        opened.push(port);
        return Promise.resolve({ url: URL, close: () => Promise.resolve(void (closed = true)) });
      },
    },
  );
  const { control } = desk.sandbox.sandbox;
  expect(opened).toEqual([desk.config.http.port]);
  control.addPerson({ id: 1, firstName: 'А', languageCode: 'ru', kind: 'customer' });
  await soon(() => control.webhookUrl() === `${URL}/telegram/webhook/1000000`);
  await soon(() => control.menuButton(1).web_app?.url === `${URL}/app/`);
  expect(desk.addresses['Mini App']).toBe(`${URL}/app/`);
  await desk.stop();
  expect(control.webhookUrl()).toBeNull();
  expect(control.menuButton(1).type).toBe('commands');
  expect(closed).toBe(true);
  const removal = control.calls().findLast(({ method }) => method === 'deleteWebhook');
  expect(removal?.params.drop_pending_updates).not.toBe(true);
});

it('does not start when the tunnel cannot be opened, and says why', async () => {
  const starting = startTestDesk(
    { tunnel: { authToken: new Secret('wrong') } },
    { openTunnel: () => Promise.reject(new StartError('NGROK_AUTHTOKEN cannot be used: no.')) },
  );
  await expect(starting).rejects.toThrow('NGROK_AUTHTOKEN cannot be used: no.');
});

it('takes over what a reload says of Telegram, and nothing else', async () => {
  desk = await startTestDesk();
  const { config, sandbox } = desk;
  const webhook = {
    mode: 'webhook' as const,
    webhookSecret: new Secret('a-secret-of-the-webhook'),
  };
  await desk.reload({ ...config, telegram: { ...config.telegram, ...webhook } });
  await soon(() => sandbox.sandbox.control.webhookUrl() !== null);
  await expect(desk.reload({ ...config, webConsole: !config.webConsole })).rejects.toThrow(
    /^WEB_CONSOLE cannot be changed while the server runs/,
  );
  await expect(desk.reload({ ...config, mode: 'demo' })).rejects.toThrow(/BOT_TOKEN cannot be/);
  expect(sandbox.sandbox.control.webhookUrl()).not.toBeNull();
});
