import type { FaqHead, Language } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import type { Knex } from 'knex';
import type { Ctx } from '../context';

/** Characters of a body that lists show. */
const EXCERPT = 160;
/** Characters of markdown that surely hold an excerpt. */
const READ = 480;

interface HeadRow {
  id: string;
  slug: string;
  category_id: string | null;
  sort_order: number;
  language: Language;
  title: string;
  body: string;
}

/** How a body begins, as one line of plain text, cut between words. */
export function excerptOf(body: string): string {
  const plain = toPlainText(parseMarkdown(body)).replace(/\s+/g, ' ').trim();
  if (plain.length <= EXCERPT) return plain;
  return `${plain.slice(0, EXCERPT).replace(/\s+\S*$/, '')}…`;
}

function presentHead(row: HeadRow): FaqHead {
  return {
    id: row.id,
    slug: row.slug,
    categoryId: row.category_id,
    language: row.language,
    title: row.title,
    excerpt: excerptOf(row.body),
  };
}

/**
 * Published articles in a language, or in the other one where that is missing.
 * @param rest the rest of the statement: conditions on `a`, order and limit
 */
export async function findHeads(
  ctx: Ctx,
  language: Language,
  rest: string,
  bindings: readonly Knex.RawBinding[],
): Promise<{ head: FaqHead; sortOrder: number }[]> {
  const { rows } = await ctx.trx.raw<{ rows: HeadRow[] }>(
    `select a.id, a.slug, a.category_id, a.sort_order, t.language, t.title, t.body
     from faq_articles a cross join lateral (
       select language, title, left(body, ${READ}) as body from faq_texts
       where article_id = a.id order by (language = ?) desc limit 1) t
     where a.is_published ${rest}`,
    [language, ...bindings],
  );
  return rows.map((row) => ({ head: presentHead(row), sortOrder: row.sort_order }));
}

/** The articles with these ids, in the order of the ids. */
export async function headsOf(
  ctx: Ctx,
  language: Language,
  ids: readonly string[],
): Promise<FaqHead[]> {
  if (ids.length === 0) return [];
  const found = await findHeads(ctx, language, 'and a.id = any(?)', [[...ids]]);
  return ids.flatMap((id) => found.find(({ head }) => head.id === id)?.head ?? []);
}
