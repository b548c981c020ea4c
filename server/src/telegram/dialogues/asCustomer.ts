import { z } from 'zod';
import { dialogue } from './dialogue';

/** Staff wrote something: do they write as a customer? Their updates wait in the ledger. */
export const asCustomerDialogue = dialogue({
  mode: 'asCustomer',
  state: z.object({ updateIds: z.array(z.number().int()).max(50) }),
  left: 'cancel.asCustomer',
  // What they wrote stands nowhere else: the question may be answered after a weekend.
  lasts: 3 * 24 * 60 * 60_000,
});
