import { createHmac, randomBytes } from 'node:crypto';
import type { SandboxPerson } from './types';

export interface InitDataOptions {
  startParam?: string;
  /** Unix seconds; now when absent. */
  authDate?: number;
}

/**
 * Signed launch data of a Mini App as Telegram makes it: HMAC-SHA256 over the sorted `key=value`
 * lines, keyed by HMAC-SHA256("WebAppData", bot token). `signature` (Ed25519 by Telegram's own key)
 * cannot be reproduced; it is random and, as in Telegram, part of what the hash covers.
 */
export function createInitData(
  botToken: string,
  person: SandboxPerson,
  now: number,
  options: InitDataOptions = {},
): string {
  const fields: Record<string, string> = {
    query_id: `AAE${randomBytes(15).toString('base64url')}`,
    user: JSON.stringify({
      id: person.id,
      first_name: person.firstName,
      last_name: person.lastName ?? '',
      ...(person.username === undefined ? {} : { username: person.username }),
      language_code: person.languageCode,
      allows_write_to_pm: true,
    }),
    auth_date: String(options.authDate ?? Math.floor(now / 1000)),
    signature: randomBytes(64).toString('base64url'),
    ...(options.startParam === undefined
      ? {}
      : { start_param: options.startParam, chat_type: 'private', chat_instance: '1' }),
  };
  const lines = Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('\n');
  const secret = createHmac('sha256', 'WebAppData').update(botToken).digest();
  const hash = createHmac('sha256', secret).update(lines).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
