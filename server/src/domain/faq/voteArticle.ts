import { AppError } from '@tikethet/shared/errors';
import { emit, requirePerson, type Ctx } from '../context';
import { Article } from './article';
import { WRITERS } from './emitArticle';

/**
 * Keeps whether an article helped a person; their last word counts, null takes it back.
 * @throws AppError `not_found` for what is not published
 */
export async function voteArticle(
  ctx: Ctx,
  { id, helpful }: { id: string; helpful: boolean | null },
): Promise<{ myVote: boolean | null }> {
  const { id: userId } = requirePerson(ctx);
  const article = await Article.query(ctx.trx).findOne({ id, isPublished: true }).forUpdate();
  if (article === undefined) throw new AppError('not_found', { resource: 'faq' });
  const mine = { article_id: id, user_id: userId };
  const before = await ctx
    .trx<{ article_id: string; user_id: string; helpful: boolean }>('faq_votes')
    .where(mine)
    .first('helpful');
  if ((before?.helpful ?? null) === helpful) return { myVote: helpful };
  if (helpful === null) await ctx.trx('faq_votes').where(mine).delete();
  else {
    await ctx
      .trx('faq_votes')
      .insert({ ...mine, helpful, voted_at: ctx.now })
      .onConflict(['article_id', 'user_id'])
      .merge();
  }
  const count = (counter: number, vote: boolean) =>
    counter + (helpful === vote ? 1 : 0) - (before?.helpful === vote ? 1 : 0);
  const counters = {
    helpful: count(article.helpful, true),
    unhelpful: count(article.unhelpful, false),
  };
  await article.$query(ctx.trx).patch(counters);
  await emit(ctx, {
    type: 'faq.voted',
    ticketId: null,
    audience: WRITERS,
    data: { id, ...counters },
    customerData: null,
  });
  return { myVote: helpful };
}
