import type { Notification } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import type { TFunction } from 'i18next';

/** What happened, in one line. */
export function headOf({ kind, status, count, personName }: Notification, t: TFunction): string {
  return t(`notices.kinds.${kind}`, {
    count,
    name: personName ?? t('notices.somebody'),
    status: status === null ? '' : t(`status.${status}`),
  });
}

/** What was written; without text it is named by what it is. */
export function textOf({ text, messageKind, attachment }: Notification, t: TFunction): string {
  if (text !== '') return toPlainText(parseMarkdown(text));
  if (messageKind === null) return '';
  return t(
    `messageKind.${messageKind === 'TEXT' && attachment !== null ? 'DOCUMENT' : messageKind}`,
  );
}
