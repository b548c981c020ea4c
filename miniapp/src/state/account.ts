import { launch } from '../init/launch';
import { accountOf } from '../init/launchData';

/**
 * Telegram's id of who opened the app, as the launch says; null outside of Telegram. What is kept
 * on the device is kept under it: several people may use one phone. It grants nothing.
 */
const account = accountOf(launch?.initData ?? null);

/** The name under which something of this person is kept. */
export function ofAccount(name: string): string {
  return account === null ? name : `${name}.${account}`;
}
