import type { User } from '@tikethet/shared/contracts';
import { STORED } from './forgetPerson';
import { readStored, writeStored } from './storage';

function readUser(): User | null {
  const value = readStored(STORED.user);
  if (typeof value !== 'object' || value === null) return null;
  const { id, language } = value as User;
  return typeof id === 'string' && (language === 'ru' || language === 'en')
    ? (value as User)
    : null;
}

let user = readUser();

/** Who was signed in here last with this Telegram account: what they read is shown before they are. */
export const rememberedUser = (): User | null => user;

export function rememberUser(next: User): void {
  user = next;
  writeStored(STORED.user, next);
}

/** The language was changed: the next launch begins in it. */
export function rememberLanguage(language: User['language']): void {
  if (user && user.language !== language) rememberUser({ ...user, language });
}
