import type { Draft } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { emit, requirePerson, type Ctx } from '../context';
import { Message } from '../conversations/message';
import { getVisibleTicket } from '../tickets/loadTickets';
import { presentDraft, type DraftRow } from './draft';

export interface SaveDraftInput extends Omit<Draft, 'ticketId'> {
  /** The ticket. */
  id: string;
}

/** Milliseconds by which a device's clock may be ahead before the desk's own counts. */
const AHEAD = 60_000;

/**
 * Keeps what a member of staff has begun to write on a ticket, unless another device of theirs has
 * written later; tells their other devices. An empty one is kept too: it says that an older text
 * is over.
 * @returns what stands now
 * @throws AppError `not_found`, `forbidden` (a customer)
 */
export async function saveDraft(ctx: Ctx, input: SaveDraftInput): Promise<Draft> {
  const person = requirePerson(ctx);
  const { access } = await getVisibleTicket(ctx, input.id);
  if (access === 'customer') throw new AppError('forbidden');
  const latest = ctx.now.getTime() + AHEAD;
  const writtenAt = new Date(Math.min(Date.parse(input.writtenAt), latest));
  const replyToId = await quotable(ctx, input);
  const { rows } = await ctx.trx.raw<{ rows: DraftRow[] }>(
    `insert into drafts (user_id, ticket_id, mode, reply, note, mentions, reply_to_id, quote, seen,
       written_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (user_id, ticket_id) do update set
       mode = excluded.mode, reply = excluded.reply, note = excluded.note,
       mentions = excluded.mentions, reply_to_id = excluded.reply_to_id, quote = excluded.quote,
       seen = excluded.seen, written_at = excluded.written_at
     where drafts.written_at < excluded.written_at
     returning *`,
    [
      person.id,
      input.id,
      input.mode,
      input.reply,
      input.note,
      JSON.stringify(input.mentions),
      replyToId,
      replyToId === null ? null : input.quote,
      input.seen,
      writtenAt,
    ],
  );
  const [saved] = rows;
  if (saved === undefined) {
    const newer = await ctx
      .trx<DraftRow>('drafts')
      .where({ user_id: person.id, ticket_id: input.id })
      .first();
    if (newer === undefined) throw new Error('unreachable: a draft that is newer is there');
    return presentDraft(newer);
  }
  const draft = presentDraft(saved);
  await emit(ctx, {
    type: 'draft.changed',
    ticketId: null,
    audience: { staff: [`account:${person.id}`], customer: [], hidden: [] },
    data: draft,
    customerData: null,
  });
  return draft;
}

/** The quoted message, if it is (still) one of this conversation. */
async function quotable(ctx: Ctx, { id, replyToId }: SaveDraftInput): Promise<string | null> {
  if (replyToId === null) return null;
  const found = await Message.query(ctx.trx).findOne({ id: replyToId, ticketId: id });
  return found?.id ?? null;
}
