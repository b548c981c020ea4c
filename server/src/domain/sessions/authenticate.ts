import { AppError } from '@tikethet/shared/errors';
import type { Language } from '@tikethet/shared/contracts';
import { permissionsOf, type Role } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import type { Actor, Person } from '../context';
import { isPermission } from '../rights/matrix';
import { noteSeen } from './noteSeen';
import { endedError } from './session';
import type { TokenService } from './tokens';

interface Row {
  kind: 'MINI_APP' | 'CONSOLE';
  revokedAt: Date | null;
  wipeRequestedAt: Date | null;
  role: Role;
  displayName: string;
  language: Language;
  isActive: boolean;
  lastSeenAt: Date | null;
  categoryIds: string[];
  /** What the desk has changed for the role: `+` or `-`, then a permission. */
  overrides: string[];
}

/** Runs for every request: one round trip, planned once per connection. */
const QUERY = `select session.kind, session.revoked_at as "revokedAt",
    session.wipe_requested_at as "wipeRequestedAt", person.role,
    coalesce(person.display_name, concat_ws(' ', person.first_name, nullif(person.last_name, '')))
      as "displayName",
    person.language, person.is_active as "isActive", person.last_seen_at as "lastSeenAt",
    array(select category_id from user_categories where user_id = person.id order by category_id)
      as "categoryIds",
    array(select case when allowed then '+' else '-' end || permission
      from permission_overrides where role = person.role) as overrides
  from sessions session join users person on person.id = session.user_id
  where session.id = ? and session.user_id = ?`;

export interface Authenticated extends Actor {
  person: Person;
  sessionId: string;
  /** When the access token runs out. */
  expiresAt: Date;
}

/**
 * The person behind an access token, with the rights they have now.
 * @throws AppError `invalid_token`, `token_expired`, `session_revoked`, `account_blocked`
 */
export async function authenticate(
  db: Knex,
  tokens: TokenService,
  bearer: string,
): Promise<Authenticated> {
  const { userId, sessionId, expiresAt } = await tokens.verifyAccess(bearer);
  const result = await db
    .raw<{ rows: Row[] }>(QUERY, [sessionId, userId])
    .options({ name: 'authenticate' });
  const row = result.rows[0];
  if (row === undefined) throw new AppError('session_revoked');
  if (row.wipeRequestedAt !== null) throw endedError(row);
  if (!row.isActive) throw new AppError('account_blocked');
  if (row.revokedAt !== null) throw endedError(row);
  noteSeen(db, userId, row.lastSeenAt, tokens.now());
  const { role, displayName, language, categoryIds } = row;
  const overrides = row.overrides.flatMap((text) => {
    const permission = text.slice(1);
    return isPermission(permission) ? [{ role, permission, allowed: text.startsWith('+') }] : [];
  });
  const permissions = permissionsOf(role, overrides);
  return {
    person: { id: userId, role, displayName, language, categoryIds, permissions },
    sessionId,
    channel: row.kind,
    expiresAt,
  };
}
