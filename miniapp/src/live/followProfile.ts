import type { QueryClient } from '@tanstack/react-query';
import type { User } from '@tikethet/shared/contracts';
import { currentLanguage, showLanguage } from '../i18n/setup';
import { rememberUser } from '../state/remembered';

/** The person changed something about themselves, perhaps in the bot or on another device. */
export function followProfile(client: QueryClient, user: User): void {
  rememberUser(user);
  if (user.language !== currentLanguage()) void showLanguage(user.language);
  void client.invalidateQueries({ queryKey: ['me'] });
}
