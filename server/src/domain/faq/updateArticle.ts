import type { FaqEntry } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { getArticle, loadTexts, lockFaq, presentEntry, type ArticleTexts } from './article';
import { requireCategory, requireText } from './createArticle';
import { emitArticle } from './emitArticle';
import { indexWords } from './indexWords';
import { saveTexts } from './saveTexts';

export interface ArticleChanges {
  id: string;
  /** The version the change is based on; another one since then is a conflict. */
  version?: number;
  categoryId?: string | null;
  texts?: ArticleTexts;
  isPublished?: boolean;
}

/**
 * Changes an article. Its slug stays: links that people have shared keep working.
 * @throws AppError `forbidden`, `not_found`, `validation_failed`, `conflict` with the article as
 * it is now
 */
export async function updateArticle(
  ctx: Ctx,
  { id, version, ...changes }: ArticleChanges,
): Promise<FaqEntry> {
  requirePermission(ctx, 'faq.manage');
  await lockFaq(ctx);
  const before = await getArticle(ctx, id);
  const textsBefore = await loadTexts(ctx, id);
  const was = presentEntry(before, textsBefore);
  const texts = changes.texts ?? textsBefore;
  const categoryId = changes.categoryId === undefined ? before.categoryId : changes.categoryId;
  const isPublished = changes.isPublished ?? before.isPublished;
  if (
    categoryId === before.categoryId &&
    isPublished === before.isPublished &&
    JSON.stringify(texts) === JSON.stringify(textsBefore)
  ) {
    return was;
  }
  if (version !== undefined && version !== before.version) {
    throw new AppError('conflict', { resource: 'faq', current: was, version: before.version });
  }
  requireText(texts);
  if (categoryId !== before.categoryId) await requireCategory(ctx, categoryId);

  if (changes.texts !== undefined) await saveTexts(ctx, id, texts);
  const after = await before.patched(ctx.trx, {
    categoryId,
    isPublished,
    version: before.version + 1,
    updatedAt: ctx.now,
  });
  await indexWords(ctx, id, isPublished ? texts : null);
  const entry = presentEntry(after, texts);
  await recordAudit(ctx, {
    action: 'faq.changed',
    targetType: 'faq',
    targetId: id,
    before: was,
    after: entry,
  });
  await emitArticle(ctx, after, before.isPublished);
  return entry;
}
