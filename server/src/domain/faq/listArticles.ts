import type { FaqHead, Language } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { findHeads } from './heads';

export interface ListArticlesInput {
  categoryId?: string;
  language?: Language | undefined;
  /** 1–100. */
  limit: number;
  cursor?: string;
}

const cursorShape = z.tuple([z.number().int(), z.uuid()]);

/** Published articles in their order, of one category (`none`: of none) or of all. */
export async function listArticles(
  ctx: Ctx,
  { categoryId, language = requirePerson(ctx).language, limit, cursor }: ListArticlesInput,
): Promise<{ items: FaqHead[]; nextCursor: string | null }> {
  const conditions: string[] = [];
  const bindings: Knex.RawBinding[] = [];
  if (categoryId === 'none') conditions.push('and a.category_id is null');
  else if (categoryId !== undefined) {
    conditions.push('and a.category_id = ?');
    bindings.push(categoryId);
  }
  if (cursor !== undefined) {
    conditions.push('and (a.sort_order, a.id) > (?, ?)');
    bindings.push(...decodeKeyset(cursor, cursorShape));
  }
  const rest = `${conditions.join(' ')} order by a.sort_order, a.id limit ?`;
  const found = await findHeads(ctx, language, rest, [...bindings, limit + 1]);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ head }) => head),
    nextCursor:
      found.length > limit && last !== undefined
        ? encodeKeyset([last.sortOrder, last.head.id])
        : null,
  };
}
