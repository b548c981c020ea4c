import type { Knex } from 'knex';

/** Milliseconds by which `last_seen_at` may lag. */
const STEP = 60_000;

/**
 * Keeps when somebody was here last, beside the request that shows it: at most one write a minute,
 * nobody waits for it, and it waits for nobody (a locked row is skipped; the next request tries
 * again).
 */
export function noteSeen(db: Knex, userId: string, lastSeenAt: Date | null, now: Date): void {
  const before = new Date(now.getTime() - STEP);
  if (lastSeenAt !== null && lastSeenAt > before) return;
  db.raw(
    `update users set last_seen_at = ? where id = (
       select id from users where id = ? and (last_seen_at is null or last_seen_at <= ?)
       for update skip locked)`,
    [now, userId, before],
  ).catch(() => {
    // A moment of presence is not worth failing or reporting; a broken database reports itself.
  });
}
