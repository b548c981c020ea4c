import { createHash } from 'node:crypto';
import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../domain/context';

export interface Answer {
  status: number;
  body: unknown;
}

interface KeyRow {
  request_hash: string;
  status: number;
  body: unknown;
}

/** With every change that anybody makes: both are planned once per connection. */
const INSERT = `insert into idempotency_keys (user_id, key, request_hash, status, created_at)
  values (?, ?, ?, 0, ?) on conflict do nothing`;
const UPDATE = 'update idempotency_keys set status = ?, body = ? where user_id = ? and key = ?';

/** JSON with sorted keys: the same request has the same text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item)]),
  );
}

/**
 * Tells one request from another. What its author had seen is a condition, not a part of it: a
 * repetition may be handed in when more is known.
 */
export function hashRequest(operation: string, input: Record<string, unknown>): string {
  const { seen: _seen, ...request } = input;
  return createHash('sha256')
    .update(JSON.stringify([operation, canonical(request)]))
    .digest('hex');
}

/**
 * Does work once per person and key, and gives the first answer again ever after. The key's row is
 * written first: a parallel repeat waits on it until the first has committed or rolled back. An
 * error rolls the row back with everything else, so a refused request may be tried again.
 * @throws AppError `idempotency_mismatch` when the key was used for another request
 */
export async function once(
  ctx: Ctx,
  personId: string,
  key: string,
  hash: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const inserted = await ctx.trx
    .raw<{ rowCount: number }>(INSERT, [personId, key, hash, ctx.now])
    .options({ name: 'idempotency-insert' });
  if (inserted.rowCount === 0) {
    const row = await ctx
      .trx<KeyRow & { user_id: string; key: string }>('idempotency_keys')
      .where({ user_id: personId, key })
      .first();
    if (row?.request_hash !== hash) throw new AppError('idempotency_mismatch', { key });
    return { status: row.status, body: row.body ?? undefined };
  }
  const answer = await work();
  const body = answer.body === undefined ? null : JSON.stringify(answer.body);
  await ctx.trx
    .raw(UPDATE, [answer.status, body, personId, key])
    .options({ name: 'idempotency-update' });
  return answer;
}
