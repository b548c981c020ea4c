import { AppError } from '@tikethet/shared/errors';
import { isActive } from '@tikethet/shared/tickets';
import { SYSTEM, type Actor, type Ctx } from '../context';
import { addMessage } from '../conversations/addMessage';
import type { Desk } from '../desk';
import { notify } from '../notifications/notify';
import { loadPerson } from '../people/loadPerson';
import { User } from '../people/user';
import { changeTicket } from '../tickets/changeTicket';
import { lockVisibleTicket } from '../tickets/loadTickets';
import { emitScheduled, removeScheduled } from './emitScheduled';
import { ScheduledMessage } from './scheduledMessage';

/** Replies sent per run; the timer comes again. */
const BATCH = 200;

async function due(ctx: Ctx): Promise<ScheduledMessage[]> {
  return ScheduledMessage.query(ctx.trx)
    .where('state', 'WAITING')
    .where('sendAt', '<=', ctx.now)
    .orderBy('sendAt')
    .limit(BATCH);
}

/** Still due, under the ticket's lock; undefined: sent, put off, moved or taken back meanwhile. */
async function stillDue(
  ctx: Ctx,
  { id, ticketId }: ScheduledMessage,
): Promise<ScheduledMessage | undefined> {
  return ScheduledMessage.query(ctx.trx)
    .findById(id)
    .where('ticketId', ticketId)
    .where('state', 'WAITING')
    .where('sendAt', '<=', ctx.now);
}

/** As its author would send it now, with the rights they have now. */
async function send(ctx: Ctx, known: ScheduledMessage): Promise<void> {
  const { ticketId } = known;
  const { full } = await lockVisibleTicket(ctx, ticketId);
  const row = await stillDue(ctx, known);
  if (row === undefined) return;
  await removeScheduled(ctx, full, row);
  const sent = await addMessage(ctx, {
    ticketId,
    content: row.content,
    format: row.format,
    internal: false,
    attachmentIds: row.attachmentIds,
    ...(row.replyToId === null ? {} : { replyToId: row.replyToId }),
    ...(row.replyToId === null || row.quote === null ? {} : { quote: row.quote }),
    ...(row.seen === null ? {} : { seen: row.seen }),
  });
  if (row.resolve && isActive(sent.full.ticket.status)) {
    await changeTicket(ctx, { id: ticketId, changes: { status: 'RESOLVED' } });
  }
}

/** Keeps it with the reason, and tells its author. */
async function hold(ctx: Ctx, known: ScheduledMessage, error: AppError): Promise<void> {
  const { ticketId } = known;
  const { full } = await lockVisibleTicket(ctx, ticketId);
  const row = await stillDue(ctx, known);
  if (row === undefined) return;
  const held = await row.patched(ctx.trx, {
    state: 'HELD',
    problem: { code: error.code, details: error.details },
  });
  await emitScheduled(ctx, full, held);
  const author = await User.query(ctx.trx).findById(row.authorId);
  if (author !== undefined) {
    await notify(ctx, author, { kind: 'UNDELIVERED', ticketId, text: row.content.slice(0, 200) });
  }
}

async function sendOne(desk: Desk, row: ScheduledMessage): Promise<void> {
  const person = await desk.run(SYSTEM, (ctx) => loadPerson(ctx, row.authorId));
  const actor: Actor = { person, sessionId: null, channel: 'CONSOLE' };
  try {
    if (person === null) throw new AppError('account_blocked');
    await desk.run(actor, (ctx) => send(ctx, row));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await desk
      .run(SYSTEM, (ctx) => hold(ctx, row, error))
      .catch((gone: unknown) => {
        // The ticket was deleted: nobody will ask for its replies any more.
        if (!(gone instanceof AppError)) throw gone;
        return desk.run(SYSTEM, async (ctx) => {
          await ScheduledMessage.query(ctx.trx).deleteById(row.id);
        });
      });
  }
}

/**
 * Sends the replies whose time has come. What may not be sent now (the ticket is closed, a
 * colleague has answered, its author has lost the right) is held for a person's decision.
 * @returns how many were looked at
 */
export async function sendScheduled(desk: Desk): Promise<number> {
  const rows = await desk.run(SYSTEM, due);
  for (const row of rows) await sendOne(desk, row);
  return rows.length;
}
