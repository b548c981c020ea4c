import { z } from 'zod';
import { dialogue } from './dialogue';

/** The next content opens a ticket, whatever the current one is. */
export const newTicketDialogue = dialogue({
  mode: 'newTicket',
  state: z.object({
    categoryId: z.uuid().optional(),
    /** The closed ticket that the new one continues. */
    linkedTicketId: z.uuid().optional(),
  }),
  left: 'cancel.newTicket',
});
