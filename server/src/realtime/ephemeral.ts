import type { TypingNotice } from '@tikethet/shared/events';
import type { TicketAccess } from '@tikethet/shared/permissions';
import { z } from 'zod';
import type { Person } from '../domain/context';
import { audienceOf } from '../domain/tickets/policy';
import type { TicketInFull } from '../domain/tickets/ticket';
import { rooms, type DeskServer, type DeskSocket } from './socketState';

/** Milliseconds between two typing notices that one socket may cause. */
const TYPING_EVERY = 1_500;
const MOST_VIEWERS = 20;

const typingInput = z.object({ ticketId: z.uuid() });
const viewingInput = z.object({ ticketId: z.uuid().nullable() });

/** Finds a ticket as a person sees it; null when they do not. */
export type FindTicket = (
  person: Person,
  ticketId: string,
) => Promise<{ full: TicketInFull; access: Exclude<TicketAccess, 'none'> } | null>;

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
  const people = new Map(sockets.map(({ data }) => [data.person.id, data.person.displayName]));
  io.to([rooms.viewers(ticketId), ...audience]).emit('presence', {
    ticketId,
    viewers: [...people].slice(0, MOST_VIEWERS).map(([id, displayName]) => ({ id, displayName })),
  });
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
      await socket.join(rooms.viewers(ticketId));
      await emitPresence(io, ticketId, staff);
    });
  });
  socket.on('disconnect', () => void leave());
}
