import type { ParsedInputOf, TicketChange } from '@tikethet/shared/contracts';
import type { Database } from './database';
import { decodeLocalCursor, encodeLocalCursor } from './localCursor';
import type { Replica } from './replica';

interface ChangeRow {
  place: number;
  at: string;
  body: string;
}

/** Takes what changed of tickets that are here, oldest first; what is known stays as it is. */
export function putChanges(replica: Replica, changes: readonly TicketChange[]): void {
  for (const change of changes) {
    if (replica.historyOf(change.ticketId) === null) continue;
    replica.database.run(
      'insert or ignore into changes (id, ticket_id, at, body) values (?, ?, ?, ?)',
      change.id,
      change.ticketId,
      change.at,
      JSON.stringify(change),
    );
  }
}

/** From now on the feed tells every change of the ticket: nothing before is missing. */
export function holdsAllChanges(database: Database, ticketId: string): void {
  database.run('update tickets set changes_whole = 1 where id = ?', ticketId);
}

/** A page of a ticket's timeline from the replica. Null: the ticket is not here. */
export function localTimeline(
  replica: Replica,
  input: ParsedInputOf<'tickets.timeline'>,
): { items: TicketChange[]; nextCursor: string | null; whole: boolean } | null {
  const { database } = replica;
  if (replica.historyOf(input.id) === null) return null;
  const down = input.order === 'desc';
  const after = input.cursor === undefined ? null : decodeLocalCursor(input.cursor);
  const begun = after?.length === 2 ? after : null;
  const rows = database.all<ChangeRow>(
    `select rowid as place, at, body from changes
     where ticket_id = ?${begun ? ` and (at, rowid) ${down ? '<' : '>'} (?, ?)` : ''}
     order by at ${down ? 'desc' : 'asc'}, rowid ${down ? 'desc' : 'asc'} limit ?`,
    input.id,
    ...(begun ?? []),
    input.limit + 1,
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const held = database.get<{ whole: number }>(
    'select changes_whole as whole from tickets where id = ?',
    input.id,
  );
  return {
    items: page.map(({ body }) => JSON.parse(body) as TicketChange),
    nextCursor:
      rows.length > input.limit && last !== undefined
        ? encodeLocalCursor([last.at, last.place])
        : null,
    whole: held?.whole === 1,
  };
}
