import type { Viewer } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { ticketScope } from './policy';

/** Matches looked at per way of matching, newest first. */
const BOUND = 500;

/**
 * A full-text query in which every word must occur and each may go on: `счёт опл` finds
 * «оплата счёта». Null when the text holds no word.
 */
function toTsQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `${word}:*`).join(' & ');
}

/**
 * Ids of tickets that match a person's words, as a subquery: by number (`#1042`, `1042`, its
 * beginning), by words of title, description and messages (Russian and English stems), by the
 * customer's name, by a title with typos (trigrams). Every branch looks only at what the viewer
 * may see and stops at the 500 newest matches; notes are searched for staff only.
 */
export function searchSubquery(
  viewer: Viewer,
  text: string,
): { sql: string; bindings: Knex.RawBinding[] } {
  const scope = ticketScope(viewer);
  const staffScope = ticketScope(viewer, 'tickets', 'staff');
  const branches: string[] = [];
  const bindings: Knex.RawBinding[] = [];
  const add = (sql: string, ...values: Knex.RawBinding[]) => {
    branches.push(`(${sql} order by tickets.updated_at desc limit ${BOUND})`);
    bindings.push(...values);
  };

  const digits = /^#?(\d{1,12})$/.exec(text.trim())?.[1];
  if (digits !== undefined) {
    add(
      `select tickets.id from tickets where ${scope.sql} and tickets.number::text like ?`,
      ...scope.bindings,
      `${digits}%`,
    );
  }
  const words = toTsQuery(text);
  if (words !== null) {
    add(
      `select tickets.id from tickets
       where ${scope.sql} and tickets.search @@ to_tsquery('russian', ?)`,
      ...scope.bindings,
      words,
    );
    add(
      `select tickets.id from messages join tickets on tickets.id = messages.ticket_id
       where messages.search @@ to_tsquery('russian', ?) and messages.deleted_at is null
         and ((not messages.internal and ${scope.sql})
           or (messages.internal and ${staffScope.sql}))`,
      words,
      ...scope.bindings,
      ...staffScope.bindings,
    );
  }
  const lower = text.toLowerCase();
  add(
    `select tickets.id from tickets join users on users.id = tickets.customer_id
     where ${scope.sql} and users.search_name %> ?`,
    ...scope.bindings,
    lower,
  );
  add(
    `select tickets.id from tickets where ${scope.sql} and lower(tickets.title) %> ?`,
    ...scope.bindings,
    lower,
  );
  return { sql: branches.join(' union '), bindings };
}
