import type { Update } from 'grammy/types';
import { SYSTEM } from '../../domain/context';
import type { Desk } from '../../domain/desk';
import { storeUpdates } from '../../domain/telegram/updates';
import { streamOf } from './streamOf';

/**
 * Puts updates into the ledger; only then may Telegram hear that they arrived.
 * @param nextOffset when polling: what to ask for from now on
 */
export async function receiveUpdates(
  desk: Desk,
  botId: number,
  updates: readonly Update[],
  nextOffset?: number,
): Promise<void> {
  const rows = updates.map((update) => ({
    updateId: update.update_id,
    chatId: streamOf(update),
    payload: update,
  }));
  await desk.run(SYSTEM, (ctx) => storeUpdates(ctx, botId, rows, nextOffset));
}
