import type { User as UserResource } from '@tikethet/shared/contracts';
import type { Role } from '@tikethet/shared/permissions';
import type { QueryBuilder } from 'objection';
import { z } from 'zod';
import { requirePermission, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { showUsers } from './showUser';
import { User } from './user';

export interface ListUsersInput {
  role?: readonly Role[];
  isActive?: boolean;
  /** Words of the name or username, or a Telegram id; typos allowed. */
  search?: string;
  /** 1–100. */
  limit: number;
  cursor?: string;
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);
/** More words than any name has make no better match. */
const MOST_WORDS = 6;

/**
 * People, newest first.
 * @throws AppError `forbidden`, `invalid_cursor`
 */
export async function listUsers(
  ctx: Ctx,
  input: ListUsersInput,
): Promise<{ items: UserResource[]; nextCursor: string | null }> {
  requirePermission(ctx, 'people.list');
  const query = User.query(ctx.trx).orderBy('createdAt', 'desc').orderBy('id', 'desc');
  if (input.role) query.whereIn('role', [...input.role]);
  if (input.isActive !== undefined) query.where('isActive', input.isActive);
  if (input.search !== undefined) narrow(query, input.search);
  if (input.cursor !== undefined) {
    query.whereRaw('(created_at, id) < (?, ?)', decodeKeyset(input.cursor, cursorShape));
  }
  const rows = await query.limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await showUsers(ctx, page),
    nextCursor:
      rows.length > input.limit && last !== undefined
        ? encodeKeyset([last.createdAt.toISOString(), last.id])
        : null,
  };
}

/**
 * All words must occur in the name (one or two letters: at the start of a word, which is what
 * trigrams can find), or the whole resembles a part of it.
 */
function narrow(query: QueryBuilder<User>, search: string): void {
  const wanted = search.toLowerCase();
  const words = wanted.replace(/@/g, ' ').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  query.where((either) => {
    either.where((all) => {
      if (words.length === 0) all.whereRaw('false');
      for (const word of words) {
        const literal = word.replace(/[\\%_]/g, '\\$&');
        if (Array.from(word).length > 2) all.whereRaw('search_name like ?', [`%${literal}%`]);
        else {
          all.whereRaw('(search_name like ? or search_name like ?)', [
            `${literal}%`,
            `% ${literal}%`,
          ]);
        }
      }
    });
    if (wanted.length > 3) either.orWhereRaw('? <% search_name', [wanted]);
    if (/^\d{1,15}$/.test(wanted)) either.orWhere('telegramId', Number(wanted));
  });
}
