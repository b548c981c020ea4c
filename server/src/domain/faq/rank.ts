import type { Ctx } from '../context';
import type { Meaning } from './understand';

/** How well an article matches a question. */
export interface Match {
  articleId: string;
  /** Sum over the words found: rarity × sureness × where. 1 is a sure, unique word of a title. */
  score: number;
  /** Words found, and those of them in title or keywords. */
  hits: number;
  titleHits: number;
}

/** A word of the body counts this much of one of the title. */
const IN_BODY = 0.35;
/** An article of the asked category counts this much more. */
const OF_CATEGORY = 1.3;
/** Rows looked at, rarest words first: the others say little beside them. */
const MOST_ROWS = 3_000;

/** Published articles that hold any of the words, best first. */
export async function rank(
  ctx: Ctx,
  meanings: readonly Meaning[],
  options: { categoryId?: string | undefined; limit: number },
): Promise<Match[]> {
  const used = rarest(meanings);
  if (used.length === 0) return [];
  const articles = await countArticles(ctx);
  const meant = used.flatMap((meaning, at) => {
    const weight = meaning.sureness * rarity(meaning.articles, articles);
    return meaning.lexemes.map((lexeme) => ({ at, lexeme, weight }));
  });
  const { rows } = await ctx.trx.raw<{
    rows: { article_id: string; score: number; hits: number; title_hits: number }[];
  }>(
    `with found as (
       select words.article_id, meant.at, bool_or(words.in_title) as in_title,
         max(meant.weight * case when words.in_title then 1 else ${IN_BODY} end) as score
       from unnest(?::int[], ?::text[], ?::float8[]) as meant(at, lexeme, weight)
       join faq_words as words on words.lexeme = meant.lexeme
       group by words.article_id, meant.at)
     select found.article_id, sum(found.score) as score, count(*)::int as hits,
       count(*) filter (where found.in_title)::int as title_hits
     from found join faq_articles as article on article.id = found.article_id
     group by found.article_id, article.category_id, article.sort_order
     order by sum(found.score) *
         case when article.category_id = ? then ${OF_CATEGORY} else 1 end desc,
       article.sort_order, found.article_id
     limit ?`,
    [
      meant.map(({ at }) => at),
      meant.map(({ lexeme }) => lexeme),
      meant.map(({ weight }) => weight),
      options.categoryId ?? null,
      options.limit,
    ],
  );
  return rows.map((row) => ({
    articleId: row.article_id,
    score: row.score,
    hits: row.hits,
    titleHits: row.title_hits,
  }));
}

function rarest(meanings: readonly Meaning[]): Meaning[] {
  let rows = 0;
  return [...meanings]
    .sort((a, b) => a.rows - b.rows)
    .filter((meaning, at) => at === 0 || (rows += meaning.rows) <= MOST_ROWS);
}

async function countArticles(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.trx.raw<{ rows: { articles: number }[] }>(
    'select count(*)::int as articles from faq_articles where is_published',
  );
  return rows[0]?.articles ?? 0;
}

/** 1 for a word of one article, towards 0 for one of all of them. */
function rarity(held: number, articles: number): number {
  return Math.log(1 + articles / Math.max(1, held)) / Math.log(1 + articles);
}
