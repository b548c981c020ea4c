import { emit, type Ctx } from '../context';
import { knownBy } from '../people/knownBy';
import type { User } from '../people/user';

/** Tells the staff who know a customer that their card is another now; never the customer. */
export async function emitCard(ctx: Ctx, customer: User): Promise<void> {
  await emit(ctx, {
    type: 'customer.changed',
    ticketId: null,
    audience: { staff: ['people', ...(await knownBy(ctx, customer))], customer: [], hidden: [] },
    data: { customerId: customer.id },
    customerData: null,
  });
}
