import type { Session as SessionResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { BaseModel } from '../../db/model';

/** One sign-in of one person on one device: the family of its tokens. */
export class Session extends BaseModel {
  static override tableName = 'sessions';

  declare id: string;
  declare userId: string;
  declare kind: 'MINI_APP' | 'CONSOLE';
  declare deviceName: string;
  declare ip: string;
  /** Part of what its refresh tokens are made of. */
  declare salt: string;
  /** Of the newest refresh token, which is not used yet. */
  declare generation: number;
  declare createdAt: Date;
  declare lastUsedAt: Date;
  declare revokedAt: Date | null;
  /** Somebody asked that the device erases what it keeps; it learns that when it comes next. */
  declare wipeRequestedAt: Date | null;
  /** The device has said that it did. */
  declare wipedAt: Date | null;
}

/** Days after which an unused session is dead. */
export const SESSION_DAYS = 60;

/** What a device of an ended session is told: whether only to lock what it keeps, or to erase it. */
export function endedError(session: { wipeRequestedAt: Date | null }): AppError {
  return new AppError('session_revoked', session.wipeRequestedAt ? { reason: 'wiped' } : {});
}

/** A session as the API shows it. @param currentId the session that asks */
export function presentSession(session: Session, currentId: string | null): SessionResource {
  const wanted = session.wipeRequestedAt === null ? null : 'REQUESTED';
  return {
    id: session.id,
    kind: session.kind,
    deviceName: session.deviceName,
    ip: session.ip,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    isCurrent: session.id === currentId,
    endedAt: session.revokedAt?.toISOString() ?? null,
    wipe: session.wipedAt === null ? wanted : 'DONE',
  };
}
