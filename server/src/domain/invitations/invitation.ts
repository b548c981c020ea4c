import { createHash } from 'node:crypto';
import type { Role } from '@tikethet/shared/permissions';
import { BaseModel } from '../../db/model';

/** A one-time link that gives whoever opens it first a role. */
export class Invitation extends BaseModel {
  static override tableName = 'invitations';

  declare id: string;
  declare codeHash: string;
  declare role: Exclude<Role, 'USER'>;
  /** Telegram name without @, in small letters: only that account may use it. */
  declare username: string | null;
  /** The bot has shown it to that account. */
  declare offeredAt: Date | null;
  declare createdBy: string;
  declare createdAt: Date;
  declare expiresAt: Date;
  declare usedBy: string | null;
  declare usedAt: Date | null;
  declare revokedAt: Date | null;
}

/** What is stored of a code: whoever reads the database cannot use it. */
export function hashInvitationCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

export type InvitationState = 'OPEN' | 'USED' | 'EXPIRED' | 'REVOKED';

export function stateOf(invitation: Invitation, now: Date): InvitationState {
  if (invitation.usedAt !== null) return 'USED';
  if (invitation.revokedAt !== null) return 'REVOKED';
  return invitation.expiresAt <= now ? 'EXPIRED' : 'OPEN';
}
