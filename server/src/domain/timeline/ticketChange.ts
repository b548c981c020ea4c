import type { TicketChange as ChangeResource } from '@tikethet/shared/contracts';
import { BaseModel } from '../../db/model';

export type ChangedField = ChangeResource['change']['field'];

/** One changed field of a ticket, as it was written with the change itself. */
export class TicketChange extends BaseModel {
  static override tableName = 'ticket_changes';
  static override jsonAttributes = ['oldValue', 'newValue'];

  declare id: string;
  /** Drawn under the ticket's lock: the order of a ticket's changes. */
  declare seq: number;
  declare ticketId: string;
  /** null: the desk by itself. */
  declare actorId: string | null;
  declare field: ChangedField;
  declare oldValue: unknown;
  declare newValue: unknown;
  /** What the customer wrote beside a rating. */
  declare comment: string | null;
  /** Of the message after which it happened. */
  declare position: number;
  declare at: Date;
}

type Names = ReadonlyMap<string, string>;

/** Ids of the people whose names a change shows. */
export function peopleOf(change: Pick<TicketChange, ChangeKeys>): string[] {
  const holders = change.field === 'assigneeId' ? [change.oldValue, change.newValue] : [];
  return [change.actorId, ...holders].filter((id): id is string => typeof id === 'string');
}

type ChangeKeys = 'actorId' | 'field' | 'oldValue' | 'newValue';

function named(id: unknown, names: Names): { id: string; displayName: string } | null {
  return typeof id === 'string' ? { id, displayName: names.get(id) ?? '' } : null;
}

/**
 * A change as the API shows it.
 * @param names display names by id of {@link peopleOf}
 */
export function presentChange(
  row: Omit<TicketChange, keyof BaseModel | 'seq'>,
  customerId: string,
  names: Names,
): ChangeResource {
  const { field, oldValue: from, newValue: to, actorId } = row;
  const side = actorId === null ? 'SYSTEM' : actorId === customerId ? 'CUSTOMER' : 'STAFF';
  const change =
    field === 'assigneeId'
      ? { field, from: named(from, names), to: named(to, names) }
      : field === 'rating'
        ? { field, from, to, comment: row.comment }
        : { field, from, to };
  return {
    id: row.id,
    ticketId: row.ticketId,
    position: row.position,
    actor: {
      id: actorId,
      displayName: (actorId !== null && names.get(actorId)) || 'TiketHet',
      side,
    },
    // What was written as a change of this field is read as one.
    change: change as ChangeResource['change'],
    at: row.at.toISOString(),
  };
}
