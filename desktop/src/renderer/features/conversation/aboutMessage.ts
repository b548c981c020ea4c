import type { Message } from '@tikethet/shared/contracts';
import type { TFunction } from 'i18next';
import { fullTime } from '../../ui/time';

/** What is read aloud of a message before its text: who, when, whether only the team sees it, its way. */
export function aboutMessage(message: Message, t: TFunction, language: string): string {
  const { author, delivery } = message;
  return [
    author.displayName,
    fullTime(message.createdAt, language),
    message.internal && t('conversation.note'),
    message.deletedAt !== null && t('conversation.deleted'),
    message.editedAt !== null && t('conversation.edited'),
    delivery !== null && t(`delivery.${delivery.state}`),
  ]
    .filter(Boolean)
    .join(', ');
}
