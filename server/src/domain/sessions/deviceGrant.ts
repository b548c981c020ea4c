import { BaseModel } from '../../db/model';

/** A device that asks to be signed in (RFC 8628) until a person has decided in the bot. */
export class DeviceGrant extends BaseModel {
  static override tableName = 'device_grants';

  declare id: string;
  declare deviceCodeHash: string;
  declare userCode: string;
  declare deviceName: string;
  declare ip: string;
  declare status: 'PENDING' | 'APPROVED' | 'DENIED' | 'USED';
  declare userId: string | null;
  declare lastPolledAt: Date | null;
  /** Seconds between polls. */
  declare pollInterval: number;
  declare createdAt: Date;
  declare expiresAt: Date;
}
