import type { Ticket } from '@tikethet/shared/contracts';
import { workingStatus } from '@tikethet/shared/tickets';
import { api, session } from '../../api/api';
import { requestKey } from '../../api/requestKey';
import { queryClient } from '../../app/queryClient';
import { putTicket } from '../../live/applyEvent';
import type { RowAction } from './rowActions';

function call(action: RowAction, ticket: Ticket): Promise<Ticket> {
  const { id } = ticket;
  const once = { idempotencyKey: requestKey() };
  if (action === 'read') {
    return api('PUT /tickets/{id}/read', { id, position: ticket.lastPosition }, once);
  }
  const status = action === 'close' ? 'CLOSED' : workingStatus(ticket.assigneeId);
  return api('PUT /tickets/{id}/status', { id, status }, once);
}

/** Does it and shows what came of it. Throws ApiError. */
export async function runAction(action: RowAction, ticket: Ticket): Promise<void> {
  putTicket(queryClient, await call(action, ticket), session.user()?.id ?? '');
}
