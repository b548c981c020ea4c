import { z } from 'zod';
import { dialogue } from './dialogue';

/** Staff wrote something: do they write as a customer? Their updates wait in the ledger. */
export const asCustomerDialogue = dialogue({
  mode: 'asCustomer',
  state: z.object({ updateIds: z.array(z.number().int()).max(50) }),
  left: 'cancel.asCustomer',
});
