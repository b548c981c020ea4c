import type { Message } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import { LIMITS } from '@tikethet/shared/tickets';

/** Selected words as a quote of their message; null: they do not stand in it like that. */
export function quotablePart(message: Message, selected: string): string | null {
  const part = selected.trim();
  if (part === '' || part.length > LIMITS.quote || message.deletedAt !== null) return null;
  const { content, format } = message;
  const shown = format === 'markdown' ? toPlainText(parseMarkdown(content)) : content;
  return part !== shown.trim() && shown.includes(part) ? part : null;
}
