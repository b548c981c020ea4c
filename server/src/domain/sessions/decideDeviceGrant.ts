import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import { recordAudit } from '../audit/recordAudit';
import { requirePerson, type Ctx } from '../context';
import { DeviceGrant } from './deviceGrant';

/** People type codes by hand: case, spaces and dashes do not matter. */
export function normalUserCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

async function findPending(ctx: Ctx, userCode: string, lock: boolean): Promise<DeviceGrant> {
  const query = DeviceGrant.query(ctx.trx)
    .whereRaw(`regexp_replace(upper(user_code), '[^A-Z0-9]', '', 'g') = ?`, [
      normalUserCode(userCode),
    ])
    .orderBy('createdAt', 'desc')
    .first();
  const grant = await (lock ? query.forUpdate() : query);
  if (grant === undefined) throw new AppError('invalid_device_code');
  if (grant.expiresAt <= ctx.now || grant.status !== 'PENDING') throw new AppError('expired_token');
  return grant;
}

/**
 * The device that shows this code and waits for a decision.
 * @throws AppError `forbidden` (customers have no console), `invalid_device_code`, `expired_token`
 */
export async function findDeviceGrant(ctx: Ctx, userCode: string): Promise<DeviceGrant> {
  const person = requirePerson(ctx);
  if (!isStaff(person.role)) throw new AppError('forbidden', { reason: 'staff_only' });
  return findPending(ctx, userCode, false);
}

/**
 * Lets the device in as the person who decides, or turns it away; decided once.
 * @throws AppError as {@link findDeviceGrant}
 */
export async function decideDeviceGrant(
  ctx: Ctx,
  { userCode, approve }: { userCode: string; approve: boolean },
): Promise<DeviceGrant> {
  const person = requirePerson(ctx);
  if (!isStaff(person.role)) throw new AppError('forbidden', { reason: 'staff_only' });
  const grant = await findPending(ctx, userCode, true);
  const decided = await grant.patched(ctx.trx, {
    status: approve ? 'APPROVED' : 'DENIED',
    userId: person.id,
  });
  await recordAudit(ctx, {
    action: approve ? 'session.device_approved' : 'session.device_denied',
    targetType: 'session',
    targetId: grant.id,
    after: { deviceName: grant.deviceName, ip: grant.ip },
  });
  return decided;
}
