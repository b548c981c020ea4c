import type { User as UserResource } from '@tikethet/shared/contracts';
import type { Role } from '@tikethet/shared/permissions';
import { z } from 'zod';
import { requirePermission, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { namedLike } from './namedLike';
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
  if (input.search !== undefined) namedLike(query, input.search);
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
