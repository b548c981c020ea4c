import { useQuery } from '@tanstack/react-query';
import { unwrap, useBridge } from '../bridge';
import { useDesk } from '../DeskProvider';
import { keys } from '../keys';

const MINUTE = 60_000;

export function useTicketCounts() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.counts,
    queryFn: () => unwrap(bridge.read('GET /tickets/counts', {})),
    // What is at risk becomes so by the clock alone.
    refetchInterval: MINUTE,
  });
}

/** One ticket; what a list knows of it stands at once. */
export function useTicket(id: string) {
  const bridge = useBridge();
  const { desk } = useDesk();
  return useQuery({
    queryKey: keys.ticket(id),
    queryFn: () => unwrap(bridge.read('GET /tickets/{id}', { id })),
    initialData: () => desk.find(id) ?? undefined,
  });
}
