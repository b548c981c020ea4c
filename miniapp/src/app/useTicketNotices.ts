import { useEffect } from 'react';
import { unread } from '../live/notifications';
import { useStore } from '../state/store';

/** Whoever looks at a ticket has seen what its notifications tell. */
export function useTicketNotices(ticketId: string | null): void {
  const waiting = useStore(unread);
  useEffect(() => {
    if (ticketId === null || waiting === 0 || document.visibilityState === 'hidden') return;
    void import('../live/readNotifications').then(({ markRead }) => markRead({ ticketId }));
  }, [ticketId, waiting]);
}
