import { z } from 'zod';
import { LIMITS } from '../tickets';
import { id, none, time } from './common';
import { operation } from './operation';

/** What somebody begins to write is kept as it stands, blank space at its ends too. */
const begun = z.string().max(LIMITS.content);

const draftFields = {
  mode: z.enum(['reply', 'note']).describe('which of both was being written last'),
  reply: begun,
  note: begun,
  mentions: z
    .array(z.object({ id, displayName: z.string().max(200) }))
    .max(LIMITS.mentions)
    .describe('colleagues whom the note addresses'),
  replyToId: id.nullable().describe('the message that the reply quotes'),
  quote: z.string().max(LIMITS.quote).nullable(),
  seen: z
    .number()
    .int()
    .nullable()
    .describe('the newest message that its author had before them; null: nothing is begun'),
  writtenAt: time.describe('by the clock of the device; the newest wins'),
};

/** What a member of staff has begun to write on a ticket. */
export const draft = z.object({ ticketId: id, ...draftFields }).meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

export const listDrafts = operation({
  id: 'drafts.list',
  method: 'GET',
  path: '/drafts',
  summary: "The caller's drafts, the newest 200; an empty one says that it was sent or thrown away",
  access: 'ticket.viewPool',
  input: none,
  output: z.object({ items: z.array(draft) }),
  status: 200,
  errors: [],
});

export const saveDraft = operation({
  id: 'drafts.save',
  method: 'PUT',
  path: '/tickets/{id}/draft',
  summary: 'Keep what the caller has begun to write; answers what stands now: the newest wins',
  access: 'ticket.viewPool',
  input: z.strictObject({ id, ...draftFields }),
  output: draft,
  status: 200,
  errors: ['not_found', 'forbidden'],
});
