import type { TicketAccess } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { Attachment } from '../attachments/attachment';
import { Message } from '../conversations/message';
import { personOf } from '../people/personOf';
import { User } from '../people/user';
import { completeTickets } from '../tickets/loadTickets';
import { accessTo } from '../tickets/policy';
import { Ticket } from '../tickets/ticket';
import { noticeOf, type NoticeRow, type StaffNotice } from './staffNotice';

/** What the words of a notice are made of. */
export interface NoticeMaterial {
  notice: StaffNotice;
  /** What its reader may do with the ticket now; `none`: they learn only who has it. */
  access: TicketAccess;
  /** Who works on the ticket, and whether that is the reader. */
  holder: { name: string; isReader: boolean } | null;
  message: Message | null;
  /** What the ticket was opened with, when the notice has grown beyond it. */
  first: Message | null;
  attachments: Attachment[];
}

/** Reads a person's notice about a ticket as it is now; null when there is none (any more). */
export async function loadNotice(
  db: Knex,
  ticketId: string,
  userId: string,
): Promise<NoticeMaterial | null> {
  const row = await db<NoticeRow>('staff_notices')
    .where({ ticket_id: ticketId, user_id: userId })
    .first();
  const reader = await User.query(db).findById(userId);
  const ticket = await Ticket.query(db).findById(ticketId).whereNull('deletedAt');
  if (row === undefined || reader === undefined || ticket === undefined) return null;
  const notice = noticeOf(row);
  const [full] = await completeTickets(db, [ticket]);
  if (full === undefined) return null;
  const access = reader.isActive ? accessTo(await personOf(db, reader), full) : 'none';
  const message =
    notice.messageId === null ? undefined : await Message.query(db).findById(notice.messageId);
  const grown = notice.kind === 'NEW_TICKET' && notice.count > 1;
  const first = grown ? await Message.query(db).findOne({ ticketId, position: 1 }) : undefined;
  const { assignee } = full;
  return {
    notice,
    access,
    holder:
      assignee === null ? null : { name: assignee.shownName, isReader: assignee.id === userId },
    message: message === undefined || message.deletedAt !== null ? null : message,
    first: first === undefined || first.deletedAt !== null ? null : first,
    attachments:
      message === undefined
        ? []
        : await Attachment.query(db).where({ messageId: message.id }).orderBy('ordinal').limit(20),
  };
}
