import { z } from 'zod';
import { id } from './common';
import { operation } from './operation';
import { ticket } from './ticket';

export const mergeTicket = operation({
  id: 'tickets.merge',
  method: 'POST',
  path: '/tickets/{id}/merge',
  summary:
    'Make this ticket a part of another one of the same customer: it is closed and points there, ' +
    'its messages move there; answers with the other ticket',
  access: 'ticket.merge',
  input: z.strictObject({ id, targetId: id }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'not_mergeable'],
  offline: true,
});

export const unmergeTicket = operation({
  id: 'tickets.unmerge',
  method: 'POST',
  path: '/tickets/{id}/unmerge',
  summary:
    'Take a merge back within 30 days: the ticket and its messages are as they were; what was ' +
    'written since stays where it is',
  access: 'ticket.merge',
  input: z.strictObject({ id }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'not_mergeable'],
  offline: true,
});
