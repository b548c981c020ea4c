import { z } from 'zod';
import { LIMITS } from '../tickets';
import { id, limit, line, noContent, search, text, time } from './common';
import { operation } from './operation';
import { personFace } from './users';

/** What a member of staff keeps about a customer. */
export const customerNote = z
  .object({
    id,
    customerId: id,
    author: z.object({ id, displayName: z.string() }),
    content: z.string(),
    createdAt: time,
    editedAt: time.nullable(),
  })
  .meta({ id: 'CustomerNote' });
export type CustomerNote = z.infer<typeof customerNote>;

/** What staff know of a customer beside their profile; customers never see it. */
export const customerCard = z
  .object({
    customerId: id,
    tags: z.array(z.string()),
    notes: z.array(customerNote).describe('newest first, at most a hundred'),
    tickets: z.object({ total: z.number().int(), active: z.number().int() }),
    rating: z
      .object({ average: z.number(), count: z.number().int() })
      .nullable()
      .describe('of all their tickets; null: never rated'),
    firstTicketAt: time.nullable(),
  })
  .meta({ id: 'CustomerCard' });
export type CustomerCard = z.infer<typeof customerCard>;

const noteText = text(LIMITS.customerNote).pipe(z.string().min(1));

export const findCustomers = operation({
  id: 'customers.find',
  method: 'GET',
  path: '/customers',
  summary: 'Customers by name, as far as the caller may know of them, newest first',
  access: 'ticket.viewPool',
  input: z.strictObject({ search, limit }),
  output: z.object({ items: z.array(personFace) }),
  status: 200,
  errors: [],
});

export const getCustomerCard = operation({
  id: 'customers.card',
  method: 'GET',
  path: '/users/{id}/card',
  summary: 'What staff keep about a customer, and their tickets in numbers',
  access: 'ticket.note',
  input: z.strictObject({ id }),
  output: customerCard,
  status: 200,
  errors: ['not_found'],
});

export const tagCustomer = operation({
  id: 'customers.tag',
  method: 'PUT',
  path: '/users/{id}/tags',
  summary: 'Add tags to a customer and take others away',
  access: 'ticket.note',
  input: z.strictObject({
    id,
    add: z.array(line(LIMITS.tag)).max(LIMITS.tags).default([]),
    remove: z.array(line(LIMITS.tag)).max(LIMITS.tags).default([]),
  }),
  output: customerCard,
  status: 200,
  errors: ['not_found', 'validation_failed'],
  offline: true,
});

export const addCustomerNote = operation({
  id: 'customers.addNote',
  method: 'POST',
  path: '/users/{id}/notes',
  summary: 'Keep a note about a customer',
  access: 'ticket.note',
  input: z.strictObject({ id, content: noteText }),
  output: customerNote,
  status: 201,
  errors: ['not_found'],
  offline: true,
});

export const editCustomerNote = operation({
  id: 'customers.editNote',
  method: 'PUT',
  path: '/customer-notes/{id}',
  summary: 'Change a note about a customer; those of others for who may edit any message',
  access: 'ticket.note',
  input: z.strictObject({ id, content: noteText }),
  output: customerNote,
  status: 200,
  errors: ['not_found', 'forbidden'],
  offline: true,
});

export const deleteCustomerNote = operation({
  id: 'customers.deleteNote',
  method: 'DELETE',
  path: '/customer-notes/{id}',
  summary: 'Remove a note about a customer; those of others for who may delete messages',
  access: 'ticket.note',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found', 'forbidden'],
  offline: true,
});
