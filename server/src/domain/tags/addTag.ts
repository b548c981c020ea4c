import { MOST_TAGS } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { newId } from '../../db/ids';
import type { Ctx } from '../context';
import { emitTag, Tag, TagAlias } from './tag';

/** Key of the transaction-level advisory lock: ASCII `tags`. */
const LOCK = 0x74616773;

/** Changes of the catalogue are rare and queue up: their rules look at all of it. */
export async function lockTags(ctx: Ctx): Promise<void> {
  await ctx.trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
}

/**
 * Adds a tag whose name is free. A name that was another one's before is its own again.
 * @throws AppError `validation_failed` when the desk has too many
 */
export async function addTag(
  ctx: Ctx,
  { name, color = null }: { name: string; color?: string | null },
): Promise<Tag> {
  if ((await Tag.query(ctx.trx).resultSize()) >= MOST_TAGS) {
    const message = `a desk has at most ${MOST_TAGS} tags`;
    throw new AppError('validation_failed', { issues: [{ path: 'tags', message }] });
  }
  await TagAlias.query(ctx.trx).delete().whereRaw('lower(name) = lower(?)', [name]);
  const tag = await Tag.query(ctx.trx).insertAndFetch({ id: newId(), name, color });
  await emitTag(ctx, tag);
  return tag;
}
