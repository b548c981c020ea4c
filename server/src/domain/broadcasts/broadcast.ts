import type { BroadcastSegment, BroadcastState } from '@tikethet/shared/broadcasts';
import { z } from 'zod';
import { BaseModel } from '../../db/model';

/** A file of Telegram that goes with a broadcast, by the id it has for the bot. */
export const broadcastFile = z.object({
  type: z.enum(['photo', 'video', 'animation', 'document']),
  fileId: z.string(),
  fileName: z.string(),
});
export type BroadcastFile = z.infer<typeof broadcastFile>;

/** Formatting as Telegram tells and takes it: offsets in UTF-16 code units. */
export const broadcastEntity = z.looseObject({
  type: z.string(),
  offset: z.number().int(),
  length: z.number().int(),
});
export type BroadcastEntity = z.infer<typeof broadcastEntity>;

/** One message to many people. */
export class Broadcast extends BaseModel {
  static override tableName = 'broadcasts';
  static override jsonAttributes = ['segment', 'entities', 'file'];

  declare id: string;
  declare authorId: string;
  declare segment: BroadcastSegment;
  declare content: string;
  declare format: 'plain' | 'markdown';
  /** Formatting of a content that was written in Telegram; it stands in place of `format`. */
  declare entities: BroadcastEntity[] | null;
  declare file: BroadcastFile | null;
  declare state: BroadcastState;
  /** Recipients are written down in the order of their ids, so far. */
  declare preparedUpTo: string | null;
  /** How many are written down. */
  declare recipients: number;
  /** The message in the author's chat that shows how far it is. */
  declare progressBotId: number | null;
  declare progressChatId: number | null;
  declare progressMessageId: number | null;
  declare progressDeliveryId: string | null;
  declare progressAt: Date | null;
  declare createdAt: Date;
  declare startedAt: Date | null;
  declare finishedAt: Date | null;
}
