import { EVERYONE } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { getArticle, loadTexts, lockFaq, presentEntry } from './article';
import { WRITERS } from './emitArticle';
import { indexWords } from './indexWords';

/**
 * Deletes an article with its votes; the audit log keeps what it said.
 * @throws AppError `forbidden`, `not_found`
 */
export async function deleteArticle(ctx: Ctx, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, 'faq.manage');
  await lockFaq(ctx);
  const article = await getArticle(ctx, id);
  const entry = presentEntry(article, await loadTexts(ctx, id));
  await indexWords(ctx, id, null);
  await article.$query(ctx.trx).delete();
  await recordAudit(ctx, {
    action: 'faq.deleted',
    targetType: 'faq',
    targetId: id,
    before: entry,
  });
  await emit(ctx, {
    type: 'faq.deleted',
    ticketId: null,
    audience: article.isPublished ? EVERYONE : WRITERS,
    data: { id },
    customerData: null,
  });
}
