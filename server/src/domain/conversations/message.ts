import type { MessageExtra, MessageKind } from '@tikethet/shared/contracts';
import type { TicketStatus } from '@tikethet/shared/tickets';
import { BaseModel } from '../../db/model';

export class Message extends BaseModel {
  static override tableName = 'messages';
  static override jsonAttributes = ['extra'];

  declare id: string;
  declare ticketId: string;
  declare position: number;
  declare authorId: string | null;
  declare side: 'CUSTOMER' | 'STAFF' | 'SYSTEM';
  declare kind: MessageKind;
  declare content: string;
  declare format: 'plain' | 'markdown';
  declare internal: boolean;
  declare extra: MessageExtra | null;
  declare mediaGroupId: string | null;
  declare fromTelegram: boolean;
  declare replyToId: string | null;
  /** The part of the message replied to that is meant. */
  declare quote: string | null;
  /** The ticket's status that this message changed; null: it changed none. */
  declare statusBefore: TicketStatus | null;
  /** The merged ticket that it was written in; null: in its own. */
  declare originId: string | null;
  declare originNumber: number | null;
  declare createdAt: Date;
  declare editedAt: Date | null;
  declare deletedAt: Date | null;
}
