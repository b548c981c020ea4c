import type { ParsedInputOf } from '@tikethet/shared/contracts';
import { createdSince, DUE_SOON_MINUTES } from '@tikethet/shared/tickets';
import type { Ctx, Person } from '../context';
import { PINNED } from '../pins/pins';
import { ticketScope } from './policy';
import { searchSubquery } from './searchTickets';
import { Ticket } from './ticket';

/** What a list of tickets lets through, as the contract parses it. */
export type TicketFilterInput = Omit<ParsedInputOf<'tickets.list'>, 'sort' | 'limit' | 'cursor'>;

/** Messages of others beyond the person's mark: the twin of `unreadOf`. */
const UNREAD = `exists (select 1 from messages where messages.ticket_id = tickets.id
  and messages.position > coalesce((select mark.position from ticket_reads mark
    where mark.user_id = ? and mark.ticket_id = tickets.id), 0)
  and messages.author_id is distinct from ? and messages.deleted_at is null)`;

const MENTIONED = `exists (select 1 from ticket_participants participant
  where participant.ticket_id = tickets.id and participant.user_id = ?
    and participant.mentioned_at is not null)`;

/** The moment up to which a promised answer counts as at risk. */
export function dueSoon(now: Date): Date {
  return new Date(now.getTime() + DUE_SOON_MINUTES * 60_000);
}

/** Tickets that the person may see and the filters let through, in no order. */
export function filteredTickets(ctx: Ctx, person: Person, input: TicketFilterInput) {
  const scope = ticketScope(person);
  const query = Ticket.query(ctx.trx).whereRaw(scope.sql, scope.bindings);
  if (input.status) query.whereIn('status', [...input.status]);
  if (input.priority) query.whereIn('priority', [...input.priority]);
  if (input.categoryId) query.whereIn('categoryId', [...input.categoryId]);
  if (input.channel) query.whereIn('channel', [...input.channel]);
  if (input.rating) query.whereIn('rating', input.rating.map(Number));
  if (input.tags) query.whereRaw('tickets.tags && ?::text[]', [[...input.tags]]);
  if (input.customerId) query.where('customerId', input.customerId);
  if (input.createdFrom) query.where('createdAt', '>=', input.createdFrom);
  if (input.createdTo) query.where('createdAt', '<', input.createdTo);
  if (input.createdWithin) {
    query.where('createdAt', '>=', createdSince(input.createdWithin, ctx.now));
  }
  if (input.assigneeId === 'none') query.whereNull('assigneeId');
  else if (input.assigneeId !== undefined) {
    query.where('assigneeId', input.assigneeId === 'me' ? person.id : input.assigneeId);
  }
  if (input.unread) query.whereRaw(UNREAD, [person.id, person.id]);
  if (input.mentioned) query.whereRaw(MENTIONED, [person.id]);
  if (input.pinned) query.whereRaw(PINNED, [person.id]);
  if (input.snoozed === 'yes') query.whereNotNull('snoozedUntil');
  if (input.snoozed === 'no') query.whereNull('snoozedUntil');
  if (input.due === 'any') query.whereNotNull('dueAt');
  if (input.due === 'late') query.where('dueAt', '<=', ctx.now);
  if (input.due === 'risk') query.where('dueAt', '<=', dueSoon(ctx.now));
  if (input.search !== undefined) {
    const found = searchSubquery(person, input.search);
    query.whereRaw(`tickets.id in (${found.sql})`, found.bindings);
  }
  return query;
}
