import { useQuery } from '@tanstack/react-query';
import { can } from '@tikethet/shared/permissions';
import { unwrap, useBridge } from '../bridge';
import { useDesk } from '../DeskProvider';
import { keys } from '../keys';

/** What staff keep about a customer, for those who may read notes. */
export function useCustomerCard(customerId: string) {
  const bridge = useBridge();
  const { me } = useDesk();
  return useQuery({
    queryKey: keys.customerCard(customerId),
    enabled: can(me, 'ticket.note'),
    queryFn: () => unwrap(bridge.read('GET /users/{id}/card', { id: customerId })),
  });
}
