import { useQuery } from '@tanstack/react-query';
import type { PersonRef } from '@tikethet/shared/contracts';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';

/** What the desk knows of the customer of a ticket that this person may see. @param customer without an id: none */
export function useCustomer(customer: Pick<PersonRef, 'id'>) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.customer(customer.id),
    enabled: customer.id !== '',
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
