import type { AuditEntry } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { User } from '../people/user';
import { Ticket } from '../tickets/ticket';
import type { AuditRow } from './auditQuery';

/** What a kept resource called itself. */
function ownName(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, title, priority } = value as Record<string, unknown>;
  const named = [name, title, priority].find((one) => typeof one === 'string');
  return typeof named === 'string' ? named : null;
}

async function labels(db: Knex, rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const of = (type: string) =>
    rows.flatMap((row) => (row.target_type === type ? (row.target_id ?? []) : []));
  const tickets = await Ticket.query(db).findByIds(of('ticket')).select('id', 'number', 'title');
  const users = await User.query(db).findByIds(of('user'));
  return new Map([
    ...tickets.map(({ id, number, title }) => [id, `#${number} ${title}`] as const),
    ...users.map((user) => [user.id, user.shownName] as const),
  ]);
}

/** Entries with the people and things they are about: three queries, however many entries. */
export async function presentAudit(db: Knex, rows: readonly AuditRow[]): Promise<AuditEntry[]> {
  const actors = await User.query(db).findByIds(rows.flatMap((row) => row.actor_id ?? []));
  const actorById = new Map(actors.map((user) => [user.id, user]));
  const labelOf = await labels(db, rows);
  return rows.map((row) => {
    const actor = row.actor_id === null ? undefined : actorById.get(row.actor_id);
    const known = row.target_id === null ? undefined : labelOf.get(row.target_id);
    return {
      id: row.id,
      at: row.at.toISOString(),
      actor: actor
        ? {
            id: actor.id,
            displayName: actor.shownName,
            username: actor.username,
            role: actor.role,
          }
        : null,
      action: row.action,
      target: {
        type: row.target_type,
        id: row.target_id,
        label: known ?? ownName(row.after) ?? ownName(row.before),
      },
      before: row.before,
      after: row.after,
    };
  });
}
