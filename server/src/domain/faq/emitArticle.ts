import { EVERYONE, type Audience } from '../../feed/audience';
import { emit, type Ctx } from '../context';
import type { Article } from './article';

/** Those who see all tickets also follow drafts and votes. */
export const WRITERS: Audience = { staff: ['staff'], customer: [], hidden: [] };

/** Tells that an article changed: everybody, when it is or was published. */
export async function emitArticle(
  ctx: Ctx,
  article: Article,
  wasPublished: boolean,
): Promise<void> {
  await emit(ctx, {
    type: 'faq.changed',
    ticketId: null,
    audience: article.isPublished || wasPublished ? EVERYONE : WRITERS,
    data: { id: article.id, version: article.version, isPublished: article.isPublished },
    customerData: null,
  });
}
