import { AppError } from '@tikethet/shared/errors';
import { Attachment } from '../attachments/attachment';
import { requirePerson, type Ctx } from '../context';
import { User } from '../people/user';
import type { Ticket } from '../tickets/ticket';
import { Message } from './message';

/** What a member of staff had before their eyes when they wrote a reply. */
export interface Seen {
  /** Position of the newest message. */
  position: number;
  assigneeId: string | null;
}

/**
 * Refuses a reply that was written before something its author should know of: a colleague has
 * answered, or somebody else got the ticket. What the author did themselves is no surprise.
 * @throws AppError `conflict` with the reason, who and when, and what a colleague wrote: the newest
 * answer, shown beside the reply that is held for it
 */
export async function refuseOutdated(ctx: Ctx, ticket: Ticket, seen: Seen): Promise<void> {
  const { id: meId } = requirePerson(ctx);
  const answer = await Message.query(ctx.trx)
    .where({ ticketId: ticket.id, side: 'STAFF', internal: false })
    .where('position', '>', seen.position)
    .whereNot('authorId', meId)
    .whereNull('deletedAt')
    .orderBy('position', 'desc')
    .first();
  if (answer !== undefined) {
    throw await outdated(ctx, 'answered', answer.authorId, answer.createdAt.toISOString(), {
      answer: {
        id: answer.id,
        position: answer.position,
        content: answer.content,
        format: answer.format,
        attachments: await Attachment.query(ctx.trx).where({ messageId: answer.id }).resultSize(),
      },
    });
  }
  const { assigneeId } = ticket;
  if (assigneeId === null || assigneeId === meId || assigneeId === seen.assigneeId) return;
  const changedAt = ticket.fieldVersions.assigneeId?.at ?? ticket.updatedAt.toISOString();
  throw await outdated(ctx, 'reassigned', assigneeId, changedAt);
}

async function outdated(
  ctx: Ctx,
  reason: 'answered' | 'reassigned',
  personId: string | null,
  changedAt: string,
  more: Record<string, unknown> = {},
): Promise<AppError> {
  const person = personId === null ? undefined : await User.query(ctx.trx).findById(personId);
  const changedByName = person?.shownName ?? null;
  return new AppError('conflict', {
    field: 'conversation',
    reason,
    changedBy: personId,
    changedByName,
    changedAt,
    ...more,
  });
}
