import type { Ticket } from '@tikethet/shared/contracts';
import { workingStatus } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { api, session } from '../../api/api';
import { requestKey } from '../../api/requestKey';
import { queryClient } from '../../app/queryClient';
import { useErrorText } from '../../i18n/errorText';
import { haptic } from '../../init/telegram';
import { putTicket } from '../../live/applyEvent';
import { showToast } from '../../ui/Toast';

/** What a customer may change about a ticket. Each answers whether it was done. */
export function useTicketChange(ticket: Ticket) {
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);

  const run = async (change: () => Promise<Ticket>): Promise<boolean> => {
    setBusy(true);
    try {
      putTicket(queryClient, await change(), session.user()?.id ?? '');
      haptic('success');
      return true;
    } catch (error) {
      haptic('error');
      showToast(errorText(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const call = () => ({ idempotencyKey: requestKey() });
  const { id } = ticket;
  return {
    busy,
    close: () => run(() => api('PUT /tickets/{id}/status', { id, status: 'CLOSED' }, call())),
    reopen: () =>
      run(() =>
        api('PUT /tickets/{id}/status', { id, status: workingStatus(ticket.assigneeId) }, call()),
      ),
    rate: (rating: number, comment: string) =>
      run(() =>
        api('PUT /tickets/{id}/rating', { id, rating, ...(comment !== '' && { comment }) }, call()),
      ),
  };
}
