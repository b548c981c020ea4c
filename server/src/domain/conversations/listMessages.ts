import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { z } from 'zod';
import type { Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { getVisibleTicket } from '../tickets/loadTickets';
import { Message } from './message';
import { presentMessages } from './presentMessages';

export interface ListMessagesInput {
  ticketId: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
}

const keyset = z.tuple([z.number().int()]);

/** A ticket's conversation; customers get no notes. @throws `not_found`, `invalid_cursor` */
export async function listMessages(
  ctx: Ctx,
  input: ListMessagesInput,
): Promise<{ items: MessageResource[]; nextCursor: string | null; view: 'staff' | 'customer' }> {
  const { access } = await getVisibleTicket(ctx, input.ticketId);
  const view = access === 'customer' ? 'customer' : 'staff';
  const query = Message.query(ctx.trx)
    .where('ticketId', input.ticketId)
    .orderBy('position', input.order)
    .limit(input.limit + 1);
  if (view === 'customer') query.where('internal', false);
  if (input.cursor !== undefined) {
    const [position] = decodeKeyset(input.cursor, keyset);
    query.where('position', input.order === 'asc' ? '>' : '<', position);
  }
  const rows = await query;
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await presentMessages(ctx.trx, page, view),
    nextCursor:
      rows.length > input.limit && last !== undefined ? encodeKeyset([last.position]) : null,
    view,
  };
}
