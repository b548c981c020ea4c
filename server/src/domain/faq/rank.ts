import type { Knex } from 'knex';
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
/** Share of texts from which on a word says little beside a rarer one. */
const COMMON = 0.4;
/** Texts from which on common words are worth skipping. */
const MANY = 50;

/** Articles that hold any of the words, best first. */
export async function rank(
  ctx: Ctx,
  meanings: readonly Meaning[],
  options: { categoryId?: string | undefined; limit: number },
): Promise<Match[]> {
  if (meanings.length === 0) return [];
  const texts = await countTexts(ctx);
  const rare = meanings.filter((one) => texts < MANY || one.texts < texts * COMMON);
  const used = rare.length > 0 ? rare : meanings;
  const sums: string[] = [];
  const hits: string[] = [];
  const titleHits: string[] = [];
  const bindings: Knex.RawBinding[] = [];
  for (const meaning of used) {
    const weight = meaning.sureness * rarity(meaning.texts, texts);
    sums.push(
      'case when t.search @@ ?::tsquery then ?::float8 when t.search @@ ?::tsquery then ?::float8 else 0 end',
    );
    bindings.push(queryOf([meaning], ':A'), weight, queryOf([meaning]), weight * IN_BODY);
  }
  for (const meaning of used) {
    hits.push('(t.search @@ ?::tsquery)::int');
    bindings.push(queryOf([meaning]));
  }
  for (const meaning of used) {
    titleHits.push('(t.search @@ ?::tsquery)::int');
    bindings.push(queryOf([meaning], ':A'));
  }
  const { rows } = await ctx.trx.raw<{
    rows: { article_id: string; score: number; hits: number; title_hits: number }[];
  }>(
    `select * from (
       select distinct on (t.article_id) t.article_id, ${sums.join(' + ')} as score,
         ${hits.join(' + ')} as hits, ${titleHits.join(' + ')} as title_hits, a.sort_order,
         a.category_id
       from faq_texts t join faq_articles a on a.id = t.article_id
       where a.is_published and t.search @@ ?::tsquery
       order by t.article_id, score desc) found
     order by score * case when category_id = ? then 1.3 else 1 end desc, sort_order, article_id
     limit ?`,
    [...bindings, queryOf(used), options.categoryId ?? null, options.limit] as Knex.RawBinding[],
  );
  return rows.map((row) => ({
    articleId: row.article_id,
    score: row.score,
    hits: row.hits,
    titleHits: row.title_hits,
  }));
}

async function countTexts(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.trx.raw<{ rows: { texts: number }[] }>(
    `select count(*)::int as texts from faq_texts t
     join faq_articles a on a.id = t.article_id where a.is_published`,
  );
  return rows[0]?.texts ?? 0;
}

/** 1 for a word of one text, towards 0 for one of all of them. */
export function rarity(held: number, texts: number): number {
  return Math.log(1 + texts / Math.max(1, held)) / Math.log(1 + texts);
}

/** Any of the words as a tsquery; each is quoted, so nothing in it is an operator. */
function queryOf(meanings: readonly Meaning[], weight = ''): string {
  return meanings
    .flatMap(({ lexemes }) => lexemes)
    .map((lexeme) => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'${weight}`)
    .join(' | ');
}
