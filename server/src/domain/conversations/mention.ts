import { ROLES, isStaff } from '@tikethet/shared/permissions';
import { requirePerson, type Ctx } from '../context';
import { notify } from '../notifications/notify';
import { User } from '../people/user';
import { emitTicket } from '../tickets/applyChange';
import type { TicketInFull } from '../tickets/ticket';
import type { Message } from './message';

/**
 * Tells colleagues of a note that addresses them, and lets them keep sight of its ticket. Who is
 * not (or no longer) of the staff is left out: a note that was written offline must not be lost
 * for that.
 * @returns the ticket with the people who see it now
 */
export async function mention(
  ctx: Ctx,
  full: TicketInFull,
  note: Message,
  mentionIds: readonly string[],
): Promise<TicketInFull> {
  if (mentionIds.length === 0) return full;
  const me = requirePerson(ctx);
  const colleagues = await User.query(ctx.trx)
    .findByIds([...new Set(mentionIds)])
    .where('isActive', true)
    .whereIn('role', ROLES.filter(isStaff));
  if (colleagues.length === 0) return full;
  const ids = colleagues.map(({ id }) => id);
  await ctx.trx('message_mentions').insert(ids.map((id) => ({ message_id: note.id, user_id: id })));
  await ctx
    .trx('ticket_participants')
    .insert(ids.map((id) => ({ ticket_id: full.ticket.id, user_id: id, mentioned_at: ctx.now })))
    .onConflict(['ticket_id', 'user_id'])
    .merge(['mentioned_at']);
  const after = {
    ...full,
    participantIds: [...new Set([...full.participantIds, ...ids])],
    mentionedIds: [...new Set([...full.mentionedIds, ...ids])],
  };
  // Before the note itself: who has not seen the ticket yet learns of it first.
  await emitTicket(ctx, 'ticket.updated', after, { internal: true });
  for (const colleague of colleagues) {
    await notify(ctx, colleague, {
      kind: 'MENTIONED',
      ticketId: full.ticket.id,
      messageId: note.id,
      personName: me.displayName,
      personId: me.id,
    });
  }
  return after;
}
