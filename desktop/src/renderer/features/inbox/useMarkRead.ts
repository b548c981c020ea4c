import { useEffect } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTicket } from '../../app/queries/tickets';

/** Milliseconds of looking at a conversation after which it counts as read. */
const LOOKED = 700;

/** Tells the desk what the person has read: the open ticket, while its window is in front. */
export function useMarkRead(ticketId: string): void {
  const { desk, writer } = useDesk();
  const { data: ticket } = useTicket(ticketId);
  const unread = ticket?.unread ?? 0;
  const position = ticket?.lastPosition;

  useEffect(() => {
    if (unread === 0 || position === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      const shown = desk.find(ticketId);
      if (shown === null || !document.hasFocus()) return;
      writer.write({
        route: 'PUT /tickets/{id}/read',
        lane: ticketId,
        input: () => ({ id: ticketId }),
        show: (key) => desk.patch(shown, key, (known) => ({ ...known, unread: 0 })),
        settle: (said, key) => desk.settle(said, key),
        revert: (key) => desk.revert(ticketId, key),
        // It is tried again when the ticket is next looked at.
        failed: () => undefined,
      });
    };
    const look = (): void => {
      clearTimeout(timer);
      if (document.hasFocus()) timer = setTimeout(read, LOOKED);
    };
    look();
    window.addEventListener('focus', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', look);
    };
  }, [desk, position, ticketId, unread, writer]);
}
