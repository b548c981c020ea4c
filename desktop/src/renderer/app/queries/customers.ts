import { keepPreviousData, useQuery } from '@tanstack/react-query';
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

/** Milliseconds: the same words are not asked for again for so long. */
const FRESH = 10_000;

/** Customers whose names answer these words, as far as one may know of them; none without words. */
export function useCustomersNamed(words: string, limit: number) {
  const bridge = useBridge();
  const search = words.trim();
  return useQuery({
    queryKey: [...keys.customersNamed(search), limit],
    enabled: search !== '',
    queryFn: () =>
      unwrap(bridge.read('GET /customers', { search, limit })).then(({ items }) => items),
    placeholderData: keepPreviousData,
    staleTime: FRESH,
  });
}
