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
}

/** Days after which an unused session is dead. */
export const SESSION_DAYS = 60;
