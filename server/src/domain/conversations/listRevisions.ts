import type { MessageRevision } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { requirePerson, type Ctx } from '../context';
import { User } from '../people/user';
import { getVisibleTicket } from '../tickets/loadTickets';
import { Message } from './message';

/** More edits than anybody reads. */
const MOST = 100;

interface RevisionRow {
  id: string;
  message_id: string;
  content: string;
  format: MessageRevision['format'];
  editor_id: string | null;
  created_at: Date;
}

/**
 * The earlier texts of a message, oldest first. What staff corrected was corrected for a reason, so
 * a customer reads only what they wrote themselves.
 * @throws AppError `not_found` (also for a deleted message), `forbidden`
 */
export async function listRevisions(
  ctx: Ctx,
  input: { messageId: string },
): Promise<{ items: MessageRevision[] }> {
  const message = await Message.query(ctx.trx).findById(input.messageId).whereNull('deletedAt');
  if (message === undefined) throw new AppError('not_found', { resource: 'message' });
  const { access } = await getVisibleTicket(ctx, message.ticketId).catch((error: unknown) => {
    if (error instanceof AppError) throw new AppError('not_found', { resource: 'message' });
    throw error;
  });
  if (access === 'customer') {
    if (message.internal) throw new AppError('not_found', { resource: 'message' });
    if (message.authorId !== requirePerson(ctx).id) throw new AppError('forbidden');
  }
  const rows = await ctx
    .trx<RevisionRow>('message_revisions')
    .where({ message_id: message.id })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(MOST);
  const editors = await User.query(ctx.trx).findByIds([
    ...new Set(rows.flatMap((row) => row.editor_id ?? [])),
  ]);
  const names = new Map(editors.map((editor) => [editor.id, editor.shownName]));
  return {
    items: rows.reverse().map((row) => ({
      id: row.id,
      content: row.content,
      format: row.format,
      editor: {
        id: row.editor_id,
        displayName: (row.editor_id !== null && names.get(row.editor_id)) || 'TiketHet',
      },
      replacedAt: row.created_at.toISOString(),
    })),
  };
}
