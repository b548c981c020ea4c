import type { Language } from '@tikethet/shared/contracts';
import type { Attachment } from '../../domain/attachments/attachment';
import type { Message } from '../../domain/conversations/message';
import { plain } from '../texts';

/** Files that are named one by one. */
const MOST_NAMES = 3;

/** What a message has beside words: files by their names, what has none by its kind; or null. */
export function attached(
  language: Language,
  { kind }: Pick<Message, 'kind'>,
  files: readonly Pick<Attachment, 'fileName'>[],
): string | null {
  if (kind !== 'TEXT' && kind !== 'DOCUMENT') {
    const label = plain(language, `common.messageKind.${kind}`);
    return files.length > 1 ? `${label} × ${files.length}` : label;
  }
  if (files.length === 0) return null;
  const names = files.slice(0, MOST_NAMES).map((file) => file.fileName);
  const rest = files.length - names.length;
  return [...names, ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
}
