import { empty } from './database';
import { writeStored } from './storage';

/** Everything that is kept under these names in the browser's storage. */
export const STORED = {
  user: 'tikethet.user',
  outbox: 'tikethet.outbox',
  drafts: 'tikethet.drafts',
  newTicket: 'tikethet.newTicket',
} as const;

/** Takes everything of this Telegram account off the device. */
export async function forgetPerson(): Promise<void> {
  for (const name of Object.values(STORED)) writeStored(name, null);
  await Promise.all([empty('reads'), empty('files')]);
}
