import type { Broadcast as BroadcastResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { recordAudit } from '../audit/recordAudit';
import type { Ctx } from '../context';
import { emitBroadcast } from './emitBroadcast';
import { lockBroadcast } from './loadBroadcast';

export interface StartBroadcastInput {
  id: string;
  /** The message of the author's chat that is to show the progress. */
  progress?: { botId: number; chatId: number; messageId: number };
}

/**
 * Lets a draft go out: from here on the bot writes down its recipients and sends, a slice at a
 * time. Started again, it stays as it is.
 * @throws AppError `forbidden`, `not_found`, `conflict` when it was stopped before
 */
export async function startBroadcast(
  ctx: Ctx,
  { id, progress }: StartBroadcastInput,
): Promise<BroadcastResource> {
  const draft = await lockBroadcast(ctx, id);
  if (draft.state !== 'DRAFT') {
    throw new AppError('conflict', { field: 'state', current: draft.state, yours: 'PREPARING' });
  }
  const started = await draft.patched(ctx.trx, {
    state: 'PREPARING',
    recipients: 0,
    startedAt: ctx.now,
    progressBotId: progress?.botId ?? null,
    progressChatId: progress?.chatId ?? null,
    progressMessageId: progress?.messageId ?? null,
  });
  await recordAudit(ctx, {
    action: 'broadcast.started',
    targetType: 'broadcast',
    targetId: id,
    after: { segment: started.segment, content: started.content, recipients: draft.recipients },
  });
  ctx.wakes.add('deliveries');
  return emitBroadcast(ctx, started);
}
