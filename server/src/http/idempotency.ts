import { createHash } from 'node:crypto';
import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../domain/context';

export interface Answer {
  status: number;
  body: unknown;
}

/** What a key was used for, and its answer. */
export interface Kept {
  hash: string;
  answer: Answer;
}

interface KeyRow {
  key: string;
  request_hash: string;
  status: number;
  body: unknown;
}

/** With every change that anybody makes: both are planned once per connection. */
const INSERT = `insert into idempotency_keys (user_id, key, request_hash, status, created_at)
  select ?, claim.key, claim.hash, 0, ? from unnest(?::text[], ?::text[]) claim(key, hash)
  on conflict do nothing returning key`;
const UPDATE = `update idempotency_keys kept set status = answer.status, body = answer.body
  from jsonb_to_recordset(?::jsonb) answer(key text, status integer, body jsonb)
  where kept.user_id = ? and kept.key = answer.key`;

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

export interface Claim {
  key: string;
  hash: string;
}

/**
 * Claims keys of a person for this transaction. Their rows are written first: a parallel repeat
 * waits on them until this transaction has committed or rolled back. An error rolls them back with
 * everything else, so a refused request may be tried again.
 * @param claims each key once
 * @returns what was answered under keys that are known already: their work must not be done again
 */
export async function claimKeys(
  ctx: Ctx,
  personId: string,
  claims: readonly Claim[],
): Promise<Map<string, Kept>> {
  // In one order for everybody: of two transactions with the same keys one waits for the other.
  const sorted = claims.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const { rows: claimed } = await ctx.trx
    .raw<{ rows: { key: string }[] }>(INSERT, [
      personId,
      ctx.now,
      sorted.map(({ key }) => key),
      sorted.map(({ hash }) => hash),
    ])
    .options({ name: 'idempotency-claim' });
  const fresh = new Set(claimed.map(({ key }) => key));
  const known = sorted.filter(({ key }) => !fresh.has(key)).map(({ key }) => key);
  if (known.length === 0) return new Map();
  const rows = await ctx
    .trx<KeyRow & { user_id: string }>('idempotency_keys')
    .where({ user_id: personId })
    .whereIn('key', known);
  return new Map(
    rows.map(({ key, request_hash: hash, status, body }) => [
      key,
      { hash, answer: { status, body: body ?? undefined } },
    ]),
  );
}

/** Keeps answers beside the keys that were claimed for them. */
export async function keepAnswers(
  ctx: Ctx,
  personId: string,
  answers: ReadonlyMap<string, Answer>,
): Promise<void> {
  if (answers.size === 0) return;
  const rows = [...answers].map(([key, { status, body }]) => ({ key, status, body }));
  await ctx.trx.raw(UPDATE, [JSON.stringify(rows), personId]).options({ name: 'idempotency-keep' });
}

/** @throws AppError `idempotency_mismatch` when the key was used for another request */
export function repeated({ hash, answer }: Kept, claim: Claim): Answer {
  if (hash !== claim.hash) throw new AppError('idempotency_mismatch', { key: claim.key });
  return answer;
}

/**
 * Does work once per person and key, and gives the first answer again ever after.
 * @throws AppError `idempotency_mismatch` when the key was used for another request
 */
export async function once(
  ctx: Ctx,
  personId: string,
  claim: Claim,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const kept = (await claimKeys(ctx, personId, [claim])).get(claim.key);
  if (kept !== undefined) return repeated(kept, claim);
  const answer = await work();
  await keepAnswers(ctx, personId, new Map([[claim.key, answer]]));
  return answer;
}
