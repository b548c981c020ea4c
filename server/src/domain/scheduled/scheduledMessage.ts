import type { ScheduledMessage as ScheduledResource } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { BaseModel } from '../../db/model';
import { Attachment, presentAttachment } from '../attachments/attachment';
import type { Seen } from '../conversations/refuseOutdated';
import { User } from '../people/user';

/** A reply that waits for its time, or for somebody's decision. */
export class ScheduledMessage extends BaseModel {
  static override tableName = 'scheduled_messages';
  static override jsonAttributes = ['seen', 'problem'];

  declare id: string;
  declare ticketId: string;
  declare authorId: string;
  declare content: string;
  declare format: 'plain' | 'markdown';
  declare attachmentIds: string[];
  declare replyToId: string | null;
  declare quote: string | null;
  /** What its author had before them; null: send it in any case. */
  declare seen: Seen | null;
  declare resolve: boolean;
  declare sendAt: Date;
  declare state: ScheduledResource['state'];
  declare problem: ScheduledResource['problem'];
  declare createdAt: Date;
}

/** Scheduled replies as the API shows them to staff; two queries, however many. */
export async function presentScheduled(
  trx: Knex,
  rows: readonly ScheduledMessage[],
): Promise<ScheduledResource[]> {
  if (rows.length === 0) return [];
  const authors = await User.query(trx).findByIds([...new Set(rows.map((row) => row.authorId))]);
  const files = await Attachment.query(trx).findByIds(rows.flatMap((row) => row.attachmentIds));
  const nameById = new Map(authors.map((user) => [user.id, user.shownName]));
  const fileById = new Map(files.map((file) => [file.id, file]));
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticketId,
    author: { id: row.authorId, displayName: nameById.get(row.authorId) ?? '' },
    content: row.content,
    format: row.format,
    attachments: row.attachmentIds.flatMap((id) => {
      const file = fileById.get(id);
      return file === undefined ? [] : [presentAttachment(file)];
    }),
    replyToId: row.replyToId,
    quote: row.quote,
    resolve: row.resolve,
    sendAt: row.sendAt.toISOString(),
    state: row.state,
    problem: row.problem,
    createdAt: row.createdAt.toISOString(),
  }));
}
