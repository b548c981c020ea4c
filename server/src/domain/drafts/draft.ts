import type { Draft } from '@tikethet/shared/contracts';

/** A row of `drafts`. */
export interface DraftRow {
  user_id: string;
  ticket_id: string;
  mode: Draft['mode'];
  reply: string;
  note: string;
  mentions: Draft['mentions'];
  reply_to_id: string | null;
  quote: string | null;
  seen: number | null;
  written_at: Date;
}

/** A draft as the API shows it to its author. */
export function presentDraft(row: DraftRow): Draft {
  return {
    ticketId: row.ticket_id,
    mode: row.mode,
    reply: row.reply,
    note: row.note,
    mentions: row.mentions,
    replyToId: row.reply_to_id,
    quote: row.quote,
    seen: row.seen,
    writtenAt: row.written_at.toISOString(),
  };
}
