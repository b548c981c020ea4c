import type { Message, Ticket } from '@tikethet/shared/contracts';
import { can, ticketAccess } from '@tikethet/shared/permissions';
import type { Self } from '../../app/rights';

export interface Rights {
  /** The ticket may be worked on at all; otherwise it is only to be read. */
  work: boolean;
  /** It is the person's own, as a customer. */
  own: boolean;
  reply: boolean;
  note: boolean;
  update: boolean;
  take: boolean;
  assign: boolean;
  merge: boolean;
  deleteMessages: boolean;
}

/** What a person may do here; the server decides by the same rules and has the last word. */
export function rightsOn(me: Self, ticket: Ticket): Rights {
  const access = ticketAccess(me, ticket);
  const work = access === 'full';
  return {
    work,
    own: access === 'customer',
    reply: work && can(me, 'ticket.reply'),
    note: work && can(me, 'ticket.note'),
    update: work && can(me, 'ticket.update'),
    take: work && can(me, 'ticket.take'),
    assign: work && can(me, 'ticket.assign'),
    merge: work && can(me, 'ticket.merge'),
    deleteMessages: work && can(me, 'message.delete'),
  };
}

/**
 * Whether a person may still change a message's text: their own for a while or, by right,
 * any time; a colleague's by right. Nobody changes what a customer wrote.
 * @param now milliseconds since the epoch
 * @param minutes a setting of the desk
 */
export function mayEdit(
  me: Self,
  rights: Rights,
  message: Message,
  now: number,
  minutes: number,
): boolean {
  if (!rights.work || message.author.side !== 'STAFF' || message.deletedAt !== null) return false;
  if (message.author.id !== me.id) return can(me, 'message.editAny');
  const age = now - new Date(message.createdAt).getTime();
  return can(me, 'message.editOwn') || age <= minutes * 60_000;
}
