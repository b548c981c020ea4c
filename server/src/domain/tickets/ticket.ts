import type { MessageKind } from '@tikethet/shared/contracts';
import type { TicketChannel, TicketPriority, TicketStatus } from '@tikethet/shared/tickets';
import { BaseModel } from '../../db/model';
import type { User } from '../people/user';

/** Fields that two people may change against each other. */
export type ContestedField =
  'title' | 'categoryId' | 'priority' | 'status' | 'assigneeId' | 'tags' | 'snoozedUntil';

/** Who changed a field last, and the ticket's version since. */
export interface FieldChange {
  version: number;
  by: string | null;
  at: string;
}

export interface LastMessage {
  content: string;
  /** Absent: written before it was kept. */
  kind?: MessageKind;
  authorId: string | null;
  fromStaff: boolean;
  at: string;
}

export class Ticket extends BaseModel {
  static override tableName = 'tickets';
  static override jsonAttributes = ['fieldVersions', 'lastMessage'];

  declare id: string;
  declare number: number;
  declare title: string;
  declare description: string;
  declare status: TicketStatus;
  declare priority: TicketPriority;
  declare categoryId: string;
  declare customerId: string;
  declare assigneeId: string | null;
  declare channel: TicketChannel;
  declare tags: string[];
  declare linkedTicketId: string | null;
  /** The ticket that it is a part of now. */
  declare mergedIntoId: string | null;
  declare mergedIntoNumber: number | null;
  declare version: number;
  declare fieldVersions: Partial<Record<ContestedField, FieldChange>>;
  declare messageCount: number;
  /** Position of the newest message, notes included. */
  declare lastPosition: number;
  /** Position of the newest message that the customer sees. */
  declare publicPosition: number;
  declare customerReadPosition: number;
  /** The furthest that anybody of the staff has read. */
  declare staffReadPosition: number;
  declare customerUnread: number;
  declare lastMessage: LastMessage | null;
  declare rating: number | null;
  declare ratingComment: string | null;
  declare ratedAt: Date | null;
  declare createdAt: Date;
  declare updatedAt: Date;
  declare firstResponseAt: Date | null;
  declare resolvedAt: Date | null;
  declare closedAt: Date | null;
  /** When it was opened, moved on by every pause of the clock since. */
  declare clockStartedAt: Date;
  /** Since when nothing is owed; null: the clock runs. */
  declare clockStoppedAt: Date | null;
  /** The next promised moment. */
  declare dueAt: Date | null;
  /** The promised moment of which staff were told that it is near. */
  declare dueToldAt: Date | null;
  declare deletedAt: Date | null;
  /** Since when its customer has been waiting for an answer. */
  declare waitingSince: Date | null;
  /** Hidden from queues until then. */
  declare snoozedUntil: Date | null;
}

/** Columns to write. */
export type TicketPatch = Partial<Omit<Ticket, keyof BaseModel>>;

/** A ticket with the people who decide who sees it and how it is shown. */
export interface TicketInFull {
  ticket: Ticket;
  customer: User;
  assignee: User | null;
  participantIds: string[];
  /** Those of them whom a note has mentioned. */
  mentionedIds: string[];
}
