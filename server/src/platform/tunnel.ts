import type { Secret } from './secret';
import { StartError } from './startError';

/** A public https address that leads to a port of this computer. */
export interface Tunnel {
  /** Without a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/** Opens a tunnel. @throws StartError when it cannot be opened, with what to do */
export type OpenTunnel = (options: { port: number; authToken: Secret }) => Promise<Tunnel>;

/** Milliseconds that a tunnel may take to open. */
const PATIENCE = 20_000;

/** What of `@ngrok/ngrok` is used. */
export interface NgrokAgent {
  forward(options: {
    addr: number;
    authtoken: string;
  }): Promise<{ url(): string | null; close(): Promise<void> }>;
}

/** The package is optional, and loaded only where it is used: it is a binary per platform. */
async function loadAgent(): Promise<NgrokAgent> {
  try {
    return (await import('@ngrok/ngrok')).default;
  } catch (error) {
    throw new StartError(
      'TUNNEL="ngrok" cannot be used: the package @ngrok/ngrok is not installed for this ' +
        'platform; run npm install, or leave TUNNEL out and set PUBLIC_URL.',
      { cause: error },
    );
  }
}

/** Why ngrok did not open a tunnel, in one sentence with its remedy. */
function explain(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const code = /ERR_NGROK_\d+/.exec(said)?.[0];
  if (/ERR_NGROK_10[5-79]\b|authentication failed|authtoken/i.test(said)) {
    return (
      `NGROK_AUTHTOKEN cannot be used: ngrok refuses it${code ? ` (${code})` : ''}; copy the one ` +
      'that dashboard.ngrok.com shows under "Your Authtoken".'
    );
  }
  if (code === 'ERR_NGROK_108' || /limited to \d+/i.test(said)) {
    return 'TUNNEL="ngrok" cannot be used: this account has a tunnel open elsewhere; stop that one.';
  }
  const first = said.split('\n')[0]?.slice(0, 200) ?? '';
  return `TUNNEL="ngrok" cannot be used: ngrok opened no tunnel (${first}); is it reachable from here?`;
}

/** ngrok's tunnels. @param load the agent; a stand-in in tests */
export function ngrokTunnels(load: () => Promise<NgrokAgent> = loadAgent): OpenTunnel {
  return async ({ port, authToken }) => {
    const agent = await load();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
    });
    try {
      const opening = agent.forward({ addr: port, authtoken: authToken.reveal() });
      const listener = await Promise.race([opening, late]);
      const url = listener.url()?.replace(/\/+$/, '');
      if (!url?.startsWith('https:')) throw new Error('it gave no https address');
      return { url, close: () => listener.close() };
    } catch (error) {
      throw new StartError(explain(error), { cause: error });
    } finally {
      clearTimeout(timer);
    }
  };
}
