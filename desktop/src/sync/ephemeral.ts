import { z } from 'zod';

const person = z.object({ id: z.string(), displayName: z.string() });

/** Somebody is typing. Shown for a moment, never kept. */
export const typingNotice = z.object({
  ticketId: z.string(),
  person,
  side: z.enum(['CUSTOMER', 'STAFF']),
});

/** Who has a ticket open. */
export const presenceState = z.object({ ticketId: z.string(), viewers: z.array(person).max(200) });
