import { AppError } from '@tikethet/shared/errors';
import { faqLink } from '@tikethet/shared/faq';
import { showArticle } from '../../domain/faq/showArticle';
import { toHtml, type Formatted } from '../formatting/formatted';
import { BOLD, fromContent } from '../formatting/fromContent';
import { splitFormatted, TEXT_LIMIT } from '../formatting/split';
import { miniAppAt } from '../settings';
import type { Turn } from '../turn';

/** Shows an article of the help in the chat, and where to open it with the others. */
export async function openArticle(turn: Turn, slug: string): Promise<void> {
  const article = await showArticle(turn.ctx, { key: slug, language: turn.language }).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    },
  );
  if (article === null) return turn.say(turn.t('link.unknown'));
  const formatted: Formatted = [
    { text: `${article.title}\n\n`, tags: [BOLD] },
    ...fromContent(article.body, 'markdown'),
  ];
  const parts = splitFormatted(formatted, TEXT_LIMIT);
  const url = miniAppAt(turn.settings, faqLink(slug));
  const below =
    url === null
      ? null
      : { inline_keyboard: [[{ text: turn.plain('button.openApp'), web_app: { url } }]] };
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    await turn.say(toHtml(part), isLast && below !== null ? { keyboard: below } : {});
  }
}
