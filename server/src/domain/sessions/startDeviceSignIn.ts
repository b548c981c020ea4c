import { createHash, randomBytes, randomInt } from 'node:crypto';
import { newId } from '../../db/ids';
import type { Ctx } from '../context';

/** Seconds a device code lives. */
const LIFETIME = 600;
/**
 * Seconds between polls: RFC 8628's default. Shorter, and two consoles behind one address would
 * meet the limit of requests before sign-in.
 */
const INTERVAL = 5;
/** Without vowels no words arise, and none of these is taken for another or for a digit. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

export interface DeviceSignIn {
  deviceCode: string;
  /** ABCD-EFGH. */
  userCode: string;
  interval: number;
  expiresIn: number;
}

function newUserCode(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** What is stored of a device code: whoever reads the database cannot sign in with it. */
export function hashDeviceCode(deviceCode: string): string {
  return createHash('sha256').update(deviceCode).digest('hex');
}

/** Begins signing in a device that shows its person a code (RFC 8628). */
export async function startDeviceSignIn(
  ctx: Ctx,
  device: { deviceName: string; ip: string },
): Promise<DeviceSignIn> {
  const deviceCode = randomBytes(32).toString('base64url');
  for (;;) {
    const userCode = newUserCode();
    const inserted = await ctx
      .trx('device_grants')
      .insert({
        id: newId(),
        device_code_hash: hashDeviceCode(deviceCode),
        user_code: userCode,
        device_name: device.deviceName,
        ip: device.ip,
        status: 'PENDING',
        poll_interval: INTERVAL,
        created_at: ctx.now,
        expires_at: new Date(ctx.now.getTime() + LIFETIME * 1_000),
      })
      .onConflict('user_code')
      .ignore()
      .returning('id');
    // Of 25,600,000,000 codes another one is free.
    if (inserted.length > 0)
      return { deviceCode, userCode, interval: INTERVAL, expiresIn: LIFETIME };
  }
}
