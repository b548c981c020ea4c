import type { PresenceState, TypingNotice } from '@tikethet/shared/events';
import { isStaff, type TicketAccess } from '@tikethet/shared/permissions';
import { z } from 'zod';
import type { Person } from '../domain/context';
import { audienceOf } from '../domain/tickets/policy';
import type { TicketInFull } from '../domain/tickets/ticket';
import { rooms, type DeskServer, type DeskSocket } from './socketState';

/** Milliseconds between two typing notices that one socket may cause. */
const TYPING_EVERY = 1_500;
const MOST_VIEWERS = 20;
/** Tickets of which a console that connects is told who looks at them. */
const MOST_TOLD = 300;

const typingInput = z.object({ ticketId: z.uuid() });
const viewingInput = z.object({ ticketId: z.uuid().nullable() });

/** Finds a ticket as a person sees it; null when they do not. */
export type FindTicket = (
  person: Person,
  ticketId: string,
) => Promise<{ full: TicketInFull; access: Exclude<TicketAccess, 'none'> } | null>;

/** Which of some tickets a person sees as staff. */
export type SeeTickets = (person: Person, ids: readonly string[]) => Promise<readonly string[]>;

type Viewing = Pick<DeskSocket['data'], 'person' | 'viewing'>;

/** Tells whoever sees the ticket that somebody is typing; not the one who types. */
export function emitTyping(
  io: DeskServer,
  person: Person,
  { full, access }: { full: TicketInFull; access: Exclude<TicketAccess, 'none'> },
): void {
  const audience = audienceOf(full);
  const notice: TypingNotice = {
    ticketId: full.ticket.id,
    person: { id: person.id, displayName: person.displayName },
    side: access === 'customer' || full.ticket.customerId === person.id ? 'CUSTOMER' : 'STAFF',
  };
  io.to([...audience.staff, ...audience.customer])
    .except(rooms.account(person.id))
    .emit('typing', notice);
}

/** @param audience keys of the staff who see the ticket, in their lists too */
async function emitPresence(
  io: DeskServer,
  ticketId: string,
  audience: readonly string[],
): Promise<void> {
  const sockets = await io.in(rooms.viewers(ticketId)).fetchSockets();
  const state = stateOf(
    ticketId,
    sockets.map(({ data }) => data),
  );
  io.to([rooms.viewers(ticketId), ...audience]).emit('presence', state);
}

function stateOf(ticketId: string, viewing: readonly Viewing[]): PresenceState {
  const people = new Map(viewing.map(({ person }) => [person.id, person.displayName]));
  const some = [...people].slice(0, MOST_VIEWERS);
  return { ticketId, viewers: some.map(([id, displayName]) => ({ id, displayName })) };
}

/** Everybody who has a ticket open, by ticket. */
async function lookedAt(io: DeskServer): Promise<Map<string, Viewing[]>> {
  const byTicket = new Map<string, Viewing[]>();
  for (const { data } of await io.in(rooms.viewing).fetchSockets()) {
    if (data.viewing === null) continue;
    const { ticketId } = data.viewing;
    byTicket.set(ticketId, [...(byTicket.get(ticketId) ?? []), data]);
  }
  return byTicket;
}

/** Tells a console that is in its rooms now who looks at the tickets that its person sees. */
export async function tellPresence(
  io: DeskServer,
  socket: DeskSocket,
  see: SeeTickets,
): Promise<void> {
  if (!isStaff(socket.data.person.role)) return;
  const ids = [...(await lookedAt(io)).keys()].slice(0, MOST_TOLD);
  if (ids.length === 0) return;
  const visible = await see(socket.data.person, ids);
  // Once more: what changed meanwhile has been told already, and must not be overwritten.
  const now = await lookedAt(io);
  for (const ticketId of visible) {
    const viewing = now.get(ticketId);
    if (viewing !== undefined) socket.emit('presence', stateOf(ticketId, viewing));
  }
}

/** Typing and presence: nothing of it is kept, a malformed or refused one is ignored. */
export function serveEphemeral(io: DeskServer, socket: DeskSocket, find: FindTicket): void {
  socket.on('typing', (raw) => {
    const input = typingInput.safeParse(raw);
    const now = Date.now();
    if (!input.success || now - socket.data.typedAt < TYPING_EVERY) return;
    socket.data.typedAt = now;
    void find(socket.data.person, input.data.ticketId).then((visible) => {
      if (visible !== null && visible.access !== 'read') {
        emitTyping(io, socket.data.person, visible);
      }
    });
  });

  const leave = async () => {
    const { viewing } = socket.data;
    socket.data.viewing = null;
    if (viewing === null) return;
    await socket.leave(rooms.viewers(viewing.ticketId));
    await socket.leave(rooms.viewing);
    await emitPresence(io, viewing.ticketId, viewing.audience);
  };
  socket.on('viewing', (raw) => {
    const input = viewingInput.safeParse(raw);
    if (!input.success) return;
    const { ticketId } = input.data;
    void leave().then(async () => {
      if (ticketId === null) return;
      const visible = await find(socket.data.person, ticketId);
      if (visible === null || visible.access === 'customer') return;
      const { staff } = audienceOf(visible.full);
      socket.data.viewing = { ticketId, audience: staff };
      await socket.join([rooms.viewers(ticketId), rooms.viewing]);
      await emitPresence(io, ticketId, staff);
    });
  });
  socket.on('disconnect', () => void leave());
}
