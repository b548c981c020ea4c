import { createHmac } from 'node:crypto';
import type { Secret } from '../../platform/secret';

/** Makes keyed hashes of Telegram accounts: they tell one again without saying whose it is. */
export function accountHasher(secret: Secret): (telegramId: number) => string {
  return (telegramId) =>
    createHmac('sha256', secret.reveal()).update(`erased account ${telegramId}`).digest('hex');
}
