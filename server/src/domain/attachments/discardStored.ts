import { newId } from '../../db/ids';
import type { Ctx } from '../context';

/** A file of nobody, this old, goes with the next cleaning of unused uploads. Milliseconds. */
const LONG_AGO = 7 * 24 * 60 * 60_000;

/**
 * Gives up a stored file that is no attachment, in the transaction that is its reason: the cleaning
 * of unused uploads removes it.
 */
export async function discardStored(ctx: Ctx, storageKey: string): Promise<void> {
  await ctx.trx('attachments').insert({
    id: newId(),
    file_name: 'deleted',
    size: 0,
    content_type: 'application/octet-stream',
    kind: 'FILE',
    state: 'READY',
    storage_key: storageKey,
    created_at: new Date(ctx.now.getTime() - LONG_AGO),
  });
}
