import type { FaqEntry, FaqEntryHead, FaqText, Language } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { BaseModel } from '../../db/model';
import type { Ctx } from '../context';

/** An answer that the desk has written once for many; its words are in `faq_texts`. */
export class Article extends BaseModel {
  static override tableName = 'faq_articles';

  declare id: string;
  declare slug: string;
  /** null: about the desk as a whole. */
  declare categoryId: string | null;
  declare sortOrder: number;
  declare isPublished: boolean;
  declare helpful: number;
  declare unhelpful: number;
  declare version: number;
  declare createdAt: Date;
  declare updatedAt: Date;
}

export type ArticleTexts = Record<Language, FaqText | null>;

/** Key of the transaction-level advisory lock: ASCII `faqs`. */
const LOCK = 0x66617173;

/** Changes of articles are rare and queue up: slugs, orders and counts of words look at them all. */
export async function lockFaq(ctx: Ctx): Promise<void> {
  await ctx.trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
}

/** Draft or published. @throws AppError `not_found` */
export async function getArticle(ctx: Ctx, id: string): Promise<Article> {
  const article = await Article.query(ctx.trx).findById(id);
  if (article === undefined) throw new AppError('not_found', { resource: 'faq' });
  return article;
}

/** What an article says in both languages. */
export async function loadTexts(ctx: Ctx, articleId: string): Promise<ArticleTexts> {
  const rows = await ctx
    .trx<FaqText & { language: Language }>('faq_texts')
    .where('article_id', articleId)
    .select('language', 'title', 'body', 'keywords');
  const textIn = (language: Language): FaqText | null => {
    const row = rows.find((one) => one.language === language);
    return row === undefined ? null : { title: row.title, body: row.body, keywords: row.keywords };
  };
  return { ru: textIn('ru'), en: textIn('en') };
}

export function presentEntryHead(article: Article, titles: FaqEntryHead['titles']): FaqEntryHead {
  const { createdAt: _, updatedAt, ...shown } = article.toJSON();
  return { ...shown, titles, updatedAt: article.updatedAt.toISOString() };
}

export function presentEntry(article: Article, texts: ArticleTexts): FaqEntry {
  const titles = { ru: texts.ru?.title ?? null, en: texts.en?.title ?? null };
  return { ...presentEntryHead(article, titles), texts };
}
