import { REACTIONS_EACH, type Message as MessageResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import { requirePerson, type Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import type { VisibleTicket } from '../tickets/loadTickets';
import { emitMessage } from './emitMessage';
import { lockMessage } from './loadMessage';
import type { Message } from './message';
import { presentMessages } from './presentMessages';

export interface ReactInput {
  messageId: string;
  /** All that the person's reaction is from now on; beyond three are left out. */
  emoji: readonly string[];
}

/**
 * Replaces a person's reaction to a message. Of the staff's the newest is shown in the chat, where
 * a bot has one; a customer's comes from there or from the Mini App.
 * @throws AppError `not_found`, `forbidden`
 */
export async function reactToMessage(
  ctx: Ctx,
  input: ReactInput,
): Promise<{ message: MessageResource; access: VisibleTicket['access'] }> {
  const person = requirePerson(ctx);
  const { full, message, access } = await lockMessage(ctx, input.messageId);
  const own = full.ticket.customerId === person.id && !message.internal;
  const side = access === 'customer' || own ? 'CUSTOMER' : 'STAFF';
  if (side === 'STAFF') requireRights(ctx, message, access);
  const wanted = [...new Set(input.emoji)].slice(0, REACTIONS_EACH);
  if (!(await replaceReactions(ctx, message.id, person.id, side, wanted))) {
    const [unchanged] = await presentMessages(ctx.trx, [message], 'staff');
    if (unchanged === undefined) throw new Error('unreachable: one message in, one out');
    return { message: unchanged, access };
  }
  const shown = await emitMessage(ctx, 'message.updated', full, message);
  if (side === 'STAFF' && !message.internal) {
    await deliverTo(ctx, full.customer, {
      kind: 'REACTION',
      lane: LANES.person,
      payload: {},
      ticketId: full.ticket.id,
      messageId: message.id,
    });
  }
  return { message: shown, access };
}

function requireRights(ctx: Ctx, message: Message, access: VisibleTicket['access']): void {
  if (access === 'read') throw new AppError('forbidden', { reason: 'read_only' });
  const permission = message.internal ? 'ticket.note' : 'ticket.reply';
  if (!can(requirePerson(ctx), permission)) throw new AppError('forbidden', { permission });
}

/** @returns whether anything is different now */
async function replaceReactions(
  ctx: Ctx,
  messageId: string,
  personId: string,
  side: 'CUSTOMER' | 'STAFF',
  wanted: readonly string[],
): Promise<boolean> {
  const mine = { message_id: messageId, person_id: personId };
  const removed = await ctx
    .trx('message_reactions')
    .where(mine)
    .whereNotIn('emoji', wanted)
    .delete();
  if (wanted.length === 0) return removed > 0;
  const added = await ctx
    .trx('message_reactions')
    .insert(wanted.map((emoji) => ({ ...mine, emoji, side, created_at: ctx.now })))
    .onConflict()
    .ignore()
    .returning('emoji');
  return removed + added.length > 0;
}
