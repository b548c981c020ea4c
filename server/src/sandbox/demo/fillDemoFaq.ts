import { findCategoryBySlug } from '../../domain/categories/activeCategories';
import type { Ctx } from '../../domain/context';
import { lockFaq } from '../../domain/faq/article';
import { insertArticle } from '../../domain/faq/createArticle';
import type { DemoArticle } from './faq/demoArticle';
import { economyArticles } from './faq/economy';
import { gameplayArticles } from './faq/gameplay';
import { generalArticles } from './faq/general';
import { rulesArticles } from './faq/rules';
import { techArticles } from './faq/tech';

/** What the demo desk answers once for many. */
export const DEMO_ARTICLES: readonly DemoArticle[] = [
  ...techArticles,
  ...economyArticles,
  ...rulesArticles,
  ...gameplayArticles,
  ...generalArticles,
];

/** Adds the demo's articles, with the votes they have gathered. */
export async function fillDemoFaq(ctx: Ctx): Promise<void> {
  await lockFaq(ctx);
  for (const { slug, category, helpful, unhelpful, ru, en } of DEMO_ARTICLES) {
    const categoryId =
      category === null ? null : ((await findCategoryBySlug(ctx, category))?.id ?? null);
    const { article } = await insertArticle(ctx, {
      categoryId,
      slug,
      texts: { ru, en },
      isPublished: true,
    });
    await article.$query(ctx.trx).patch({ helpful, unhelpful });
  }
}
