import type { FaqHead, Language } from '@tikethet/shared/contracts';
import { requirePerson, type Ctx } from '../context';
import { findHeads } from './heads';

const POPULAR = 5;

/** The published articles that helped most, best first. */
export async function popularArticles(
  ctx: Ctx,
  language: Language,
  most: number = POPULAR,
): Promise<FaqHead[]> {
  const rest = 'order by (a.helpful - a.unhelpful) desc, a.sort_order, a.id limit ?';
  return (await findHeads(ctx, language, rest, [most])).map(({ head }) => head);
}

/**
 * Where the help begins: what helped most, and how many articles each category has, in the order
 * of the categories, those without one last.
 */
export async function showOverview(
  ctx: Ctx,
  { language = requirePerson(ctx).language }: { language?: Language | undefined },
): Promise<{
  popular: FaqHead[];
  categories: { categoryId: string | null; articles: number }[];
}> {
  const { rows } = await ctx.trx.raw<{ rows: { category_id: string | null; articles: number }[] }>(
    `select counted.category_id, counted.articles from (
       select category_id, count(*)::int as articles from faq_articles
       where is_published group by category_id) counted
     left join categories on categories.id = counted.category_id
     where counted.category_id is null or categories.is_active
     order by categories.sort_order nulls last, categories.id`,
  );
  return {
    popular: await popularArticles(ctx, language),
    categories: rows.map((row) => ({ categoryId: row.category_id, articles: row.articles })),
  };
}
