import type { Priority as PriorityResource } from '@tikethet/shared/contracts';
import type { TicketPriority } from '@tikethet/shared/tickets';
import { BaseModel } from '../../db/model';

/** What the desk makes of one of the four priorities. All four rows are always there. */
export class Priority extends BaseModel {
  static override tableName = 'priorities';
  static override idColumn = 'priority';

  declare priority: TicketPriority;
  declare name: string;
  declare nameEn: string;
  declare color: string | null;
  declare firstResponseMinutes: number | null;
  declare resolutionMinutes: number | null;
  /** What it promises has changed: the open tickets are to be reckoned anew. */
  declare recount: boolean;
}

/** @param forStaff false: what the desk promises itself is not told */
export function presentPriority(row: Priority, forStaff: boolean): PriorityResource {
  return {
    priority: row.priority,
    name: row.name,
    nameEn: row.nameEn,
    color: row.color,
    firstResponseMinutes: forStaff ? row.firstResponseMinutes : null,
    resolutionMinutes: forStaff ? row.resolutionMinutes : null,
  };
}
