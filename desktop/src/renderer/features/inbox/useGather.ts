import type { Ticket, TicketFilters } from '@tikethet/shared/contracts';
import { useCallback, useState } from 'react';
import { unwrap, useBridge } from '../../app/bridge';
import { MOST_SELECTED } from './useSelection';

/** Tickets in one answer. */
const PAGE = 100;

/** Reads every ticket that fits a list, up to as many as can be changed at once. */
export function useGather(filters: TicketFilters) {
  const bridge = useBridge();
  const [running, setRunning] = useState(false);
  const gather = useCallback(async (): Promise<Ticket[]> => {
    const found = new Map<string, Ticket>();
    setRunning(true);
    try {
      let cursor: string | null = null;
      do {
        const page: { items: Ticket[]; nextCursor: string | null } = await unwrap(
          bridge.read('GET /tickets', {
            ...filters,
            limit: PAGE,
            ...(cursor !== null && { cursor }),
          }),
        );
        for (const ticket of page.items) found.set(ticket.id, ticket);
        cursor = page.nextCursor;
      } while (cursor !== null && found.size < MOST_SELECTED);
    } finally {
      setRunning(false);
    }
    return [...found.values()];
  }, [bridge, filters]);
  return { gather, running };
}
