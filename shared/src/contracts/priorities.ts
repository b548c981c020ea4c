import { z } from 'zod';
import { base, line, ticketPriority } from './common';
import { operation } from './operation';

const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .nullable()
  .describe('#RRGGBB; null: the program’s own');
const minutes = z
  .number()
  .int()
  .min(1)
  .max(525_600)
  .nullable()
  .describe('minutes after the ticket was opened, without the time it waits for the customer');

export const priority = z
  .object({
    priority: ticketPriority,
    name: z.string(),
    nameEn: z.string().describe('shown to people who use English'),
    color,
    firstResponseMinutes: minutes,
    resolutionMinutes: minutes,
  })
  .meta({ id: 'Priority' });
export type Priority = z.infer<typeof priority>;

export const listPriorities = operation({
  id: 'priorities.list',
  method: 'GET',
  path: '/priorities',
  summary: 'The four priorities from low to critical; what they promise only for staff',
  access: 'person',
  input: z.strictObject({}),
  output: z.object({ items: z.array(priority) }),
  status: 200,
  errors: [],
});

export const updatePriority = operation({
  id: 'priorities.update',
  method: 'PUT',
  path: '/priorities/{priority}',
  summary: 'Name and colour a priority, set what it promises; open tickets are reckoned anew',
  access: 'desk.manage',
  input: z.strictObject({
    priority: ticketPriority,
    name: line(40).optional(),
    nameEn: line(40).optional(),
    color: color.optional(),
    firstResponseMinutes: minutes.optional(),
    resolutionMinutes: minutes.optional(),
    base,
  }),
  output: priority,
  status: 200,
  errors: ['conflict'],
});
