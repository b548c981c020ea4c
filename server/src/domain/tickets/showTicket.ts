import type { Ticket as TicketResource } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { gathering } from '../../db/gather';
import { requirePerson, type Ctx, type Person } from '../context';
import { pinnedOf } from '../pins/pins';
import { unreadOf } from '../reads/marks';
import { accessTo } from './policy';
import { presentTicket } from './presentTicket';
import type { Ticket, TicketInFull } from './ticket';

interface Marks {
  unread: ReadonlyMap<string, number>;
  /** null: customers pin nothing. */
  pinned: ReadonlySet<string> | null;
}

/** A transaction is one person's: what several verbs of it ask is asked for all their tickets. */
const marksOf = gathering<{ person: Person; tickets: readonly Ticket[] }, Marks>(
  async (trx, questions) => {
    const answers = new Map<string, Marks>();
    for (const { person } of questions) {
      if (answers.has(person.id)) continue;
      const own = questions.filter((question) => question.person.id === person.id);
      const tickets = own.flatMap((question) => question.tickets);
      const ids = tickets.map(({ id }) => id);
      const unread = await unreadOf(trx, person.id, tickets);
      const pinned = isStaff(person.role) ? await pinnedOf(trx, person.id, ids) : null;
      answers.set(person.id, { unread, pinned });
    }
    return questions.map(({ person }) => answers.get(person.id)!);
  },
);

/**
 * Tickets as the person sees them now, with what they have not read and have pinned. Whoever has just lost sight
 * of one by an own act still gets the answer.
 */
export async function showTickets(
  ctx: Ctx,
  tickets: readonly TicketInFull[],
): Promise<TicketResource[]> {
  const person = requirePerson(ctx);
  const marks = await marksOf(ctx.trx, { person, tickets: tickets.map((full) => full.ticket) });
  return tickets.map((full) => {
    const access = accessTo(person, full);
    const { id } = full.ticket;
    return presentTicket(full, access === 'none' ? 'read' : access, {
      unread: marks.unread.get(id) ?? null,
      pinned: marks.pinned?.has(id) ?? null,
    });
  });
}

export async function showTicket(ctx: Ctx, full: TicketInFull): Promise<TicketResource> {
  const [shown] = await showTickets(ctx, [full]);
  if (shown === undefined) throw new Error('unreachable: one ticket in, one out');
  return shown;
}
