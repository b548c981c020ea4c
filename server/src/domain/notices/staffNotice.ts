import { gathering } from '../../db/gather';
import type { Ctx } from '../context';

export type NoticeKind = 'NEW_TICKET' | 'NEW_MESSAGE' | 'TICKET_ASSIGNED' | 'SLA_AT_RISK';

/** The newest notice about a ticket in the chat of one member of staff. */
export interface StaffNotice {
  ticketId: string;
  userId: string;
  kind: NoticeKind;
  /** What the customer wrote last before it; null: it is not about a message. */
  messageId: string | null;
  /** Messages that it stands for. */
  count: number;
  /** Nobody has answered since: what the customer adds soon after joins it. */
  isOpen: boolean;
  /** Where it stands, and of which bot; null: on its way. */
  botId: number | null;
  telegramMessageId: number | null;
  /** It changed while it was on its way. */
  stale: boolean;
  toldAt: Date;
  updatedAt: Date;
}

export interface NoticeRow {
  ticket_id: string;
  user_id: string;
  kind: NoticeKind;
  message_id: string | null;
  count: number;
  is_open: boolean;
  bot_id: number | null;
  telegram_message_id: number | null;
  stale: boolean;
  told_at: Date;
  updated_at: Date;
}

/** A desk has no more staff than this who are told of one ticket. */
const MOST = 400;

export function noticeOf(row: NoticeRow): StaffNotice {
  return {
    ticketId: row.ticket_id,
    userId: row.user_id,
    kind: row.kind,
    messageId: row.message_id,
    count: row.count,
    isOpen: row.is_open,
    botId: row.bot_id,
    telegramMessageId: row.telegram_message_id,
    stale: row.stale,
    toldAt: row.told_at,
    updatedAt: row.updated_at,
  };
}

const noticesOfTickets = gathering<string, NoticeRow[]>(async (trx, ticketIds) => {
  const rows = await trx<NoticeRow>('staff_notices')
    .whereIn('ticket_id', [...ticketIds])
    .orderBy('user_id')
    .limit(MOST * ticketIds.length);
  return ticketIds.map((id) => rows.filter((row) => row.ticket_id === id));
});

/** Notices about a ticket, by person. The ticket's row is locked, which guards them too. */
export async function noticesOf(ctx: Ctx, ticketId: string): Promise<Map<string, StaffNotice>> {
  const rows = await noticesOfTickets(ctx.trx, ticketId);
  return new Map(rows.map((row) => [row.user_id, noticeOf(row)]));
}

/** Writes notices down, in place of the ones before. */
export async function saveNotices(ctx: Ctx, notices: readonly StaffNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await ctx
    .trx('staff_notices')
    .insert(
      notices.map((notice) => ({
        ticket_id: notice.ticketId,
        user_id: notice.userId,
        kind: notice.kind,
        message_id: notice.messageId,
        count: notice.count,
        is_open: notice.isOpen,
        bot_id: notice.botId,
        telegram_message_id: notice.telegramMessageId,
        stale: notice.stale,
        told_at: notice.toldAt,
        updated_at: notice.updatedAt,
      })),
    )
    .onConflict(['ticket_id', 'user_id'])
    .merge();
}
