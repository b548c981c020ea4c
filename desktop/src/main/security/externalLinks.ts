import type { Result } from '../../bridge';
import { fail, ok } from '../../ipc/result';

/**
 * The address to hand to the system's browser, or null when it must not be: only https, and the
 * desk's own origin (which in the demo is http on this computer).
 */
export function externalLink(address: string, serverUrl: string): string | null {
  if (address.length > 2_048 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  return url.protocol === 'https:' || url.origin === serverUrl ? url.href : null;
}

/**
 * Opens a link of the outer world; anything but a checked address is refused.
 * @param ask whether the person wants to go there; links to the desk itself are not asked for
 */
export function createLinkOpener(
  serverUrl: string,
  open: (url: string) => Promise<void>,
  ask: (url: string) => Promise<boolean>,
) {
  return async (address: string): Promise<Result<null>> => {
    const url = externalLink(address, serverUrl);
    if (url === null) return fail('invalid_ipc', 0, { path: 'url' });
    try {
      if (new URL(url).origin === serverUrl || (await ask(url))) await open(url);
      return ok(null);
    } catch {
      return fail('unavailable');
    }
  };
}
