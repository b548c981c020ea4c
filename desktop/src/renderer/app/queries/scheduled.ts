import { useQuery } from '@tanstack/react-query';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';

/** Replies of a ticket that wait for their time. */
export function useScheduled(ticketId: string, enabled: boolean) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.scheduled(ticketId),
    enabled,
    queryFn: () => unwrap(bridge.read('GET /tickets/{id}/scheduled', { id: ticketId })),
  });
}
