import { DEFAULT_MATRIX, isStaff, ROLES, type Role } from '@tikethet/shared/permissions';
import { z } from 'zod';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { abilities } from '../team/abilities';
import { plain, t } from '../texts';
import { outCall, type OutCall } from './call';

const payload = z.object({ role: z.enum(ROLES), before: z.enum(ROLES), byName: z.string() });

function textOf(
  { language, matrix }: DeliveryMaterial,
  role: Role,
  before: Role,
  by: string,
): string {
  if (!isStaff(role)) return t(language, 'team.role.removed', { by });
  const name = plain(language, `common.role.${role}`);
  const given = t(language, 'team.role.given', { role: name, by });
  // A colleague who rises knows the ropes; a new one is told them.
  const rights = matrix ?? DEFAULT_MATRIX;
  if (isStaff(before) && rights[before].includes('ticket.reply')) return given;
  const lines = abilities(language, { role, permissions: rights[role] }).join('\n');
  return given + t(language, 'team.role.start', { lines });
}

/** Tells a person which role they have from now on. */
export function renderRole(claim: ClaimedDelivery, material: DeliveryMaterial): OutCall[] {
  const { role, before, byName } = payload.parse(claim.payload);
  const params = {
    chat_id: claim.chatId,
    text: textOf(material, role, before, byName),
    parse_mode: 'HTML',
  };
  return [outCall('sendMessage', () => params)];
}
