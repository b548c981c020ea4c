import { expect, it, vi } from 'vitest';
import { Secret } from './secret';
import { StartError } from './startError';
import { ngrokTunnels, type NgrokAgent } from './tunnel';

const options = { port: 3_000, authToken: new Secret('a-token-of-ngrok-for-a-test') };
const agent = (forward: NgrokAgent['forward']) => () => Promise.resolve({ forward });
const failure = (load: () => Promise<NgrokAgent>) =>
  ngrokTunnels(load)(options).then(
    () => new Error('it opened'),
    (error: unknown) => error as Error,
  );

it('gives the address without a slash at its end, and closes', async () => {
  const close = vi.fn(() => Promise.resolve());
  const forward = vi.fn(() => Promise.resolve({ url: () => 'https://x.ngrok.app/', close }));
  const tunnel = await ngrokTunnels(agent(forward))(options);
  expect(tunnel.url).toBe('https://x.ngrok.app');
  expect(forward).toHaveBeenCalledWith({ addr: 3_000, authtoken: 'a-token-of-ngrok-for-a-test' });
  await tunnel.close();
  expect(close).toHaveBeenCalledOnce();
});

it.each([
  [
    'authentication failed: The authtoken is wrong. ERR_NGROK_107',
    /^NGROK_AUTHTOKEN cannot be used.*ERR_NGROK_107/,
  ],
  ['Your account is limited to 1 simultaneous sessions.\n\nERR_NGROK_108', /tunnel open elsewhere/],
  [
    'failed to connect session: dns error',
    /opened no tunnel \(failed to connect session: dns error\)/,
  ],
])('says what to do about: %s', async (said, words) => {
  const error = await failure(agent(() => Promise.reject(new Error(said))));
  expect(error).toBeInstanceOf(StartError);
  expect(error.message).toMatch(words);
  expect(error.message).not.toContain('a-token-of-ngrok');
});

it('does not take an address that Telegram would refuse', async () => {
  const forward = () => Promise.resolve({ url: () => 'tcp://x:1', close: () => Promise.resolve() });
  expect((await failure(agent(forward))).message).toMatch(/no https address/);
});

it('finds the package where it is installed', async () => {
  const { default: installed } = await import('@ngrok/ngrok');
  expect(typeof installed.forward).toBe('function');
});
