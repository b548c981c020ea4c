import type { Ctx } from '../context';
import type { Ticket } from '../tickets/ticket';
import type { Seen } from './refuseOutdated';

/**
 * What the author of a reply had seen, as places in the ticket that takes it: a reply to a ticket
 * that has been merged since had the source's places before its eyes.
 * @param ticketId the ticket it was written to
 */
export async function seenThere(
  ctx: Ctx,
  ticketId: string,
  taking: Ticket,
  seen: Seen,
): Promise<Seen> {
  if (taking.id === ticketId) return seen;
  const { rows } = await ctx.trx.raw<{ rows: { position: number | null }[] }>(
    `select max(messages.position) as position
     from ticket_merges merge
     join merged_messages merged on merged.merge_id = merge.id
     join messages on messages.id = merged.message_id
     where merge.source_id = ? and merge.undone_at is null and merged.position <= ?
       and messages.ticket_id = ?`,
    [ticketId, seen.position, taking.id],
  );
  return { ...seen, position: rows[0]?.position ?? 0 };
}
