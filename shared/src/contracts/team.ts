import { z } from 'zod';
import { none } from './common';
import { operation } from './operation';
import { availability, personFace } from './users';

/** A colleague, as much as everybody of the staff knows of one another. */
export const colleague = personFace.extend({ availability }).meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleague>;

/** What `colleague.changed` brings. */
export const colleagueChanged = colleague.extend({
  isHere: z.boolean().describe('false: not of the staff who can sign in any more'),
});

export const listTeam = operation({
  id: 'team.list',
  method: 'GET',
  path: '/team',
  summary: 'The staff who can sign in, by name; 500 at the most',
  access: 'ticket.viewPool',
  input: none,
  output: z.object({ items: z.array(colleague) }),
  status: 200,
  errors: [],
});
