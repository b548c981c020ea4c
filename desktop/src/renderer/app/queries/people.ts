import { useQuery } from '@tanstack/react-query';
import type { PersonRef } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { unwrap, useBridge } from '../bridge';
import { useDesk } from '../DeskProvider';
import { keys } from '../keys';

/** The team, for those who may list people; at most 100. */
export function useStaff() {
  const bridge = useBridge();
  const { me } = useDesk();
  return useQuery({
    queryKey: keys.staff,
    enabled: can(me, 'people.list'),
    queryFn: () =>
      unwrap(
        bridge.read('GET /users', { role: 'HELPER,MODERATOR,ADMIN,DEVELOPER', limit: 100 }),
      ).then(({ items }) =>
        items
          .filter((user) => user.isActive)
          .sort((a, b) => a.displayName.localeCompare(b.displayName)),
      ),
  });
}

/** What the desk knows of the customer of a ticket that this person may see. */
export function useCustomer(customer: PersonRef) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.customer(customer.id),
    queryFn: () => unwrap(bridge.read('GET /users/{id}', { id: customer.id })),
  });
}

/** A customer's newest tickets as far as this person may see them; at most 20. */
export function useCustomerTickets(customerId: string) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.customerTickets(customerId),
    queryFn: () => unwrap(bridge.read('GET /users/{id}/tickets', { id: customerId, limit: 20 })),
  });
}
