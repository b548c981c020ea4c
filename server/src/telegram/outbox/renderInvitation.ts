import { ROLES } from '@tikethet/shared/permissions';
import { z } from 'zod';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { preferencesOf } from '../../domain/people/preferences';
import { shorten } from '../callbacks/data';
import { button, rowsOf } from '../team/keyboards';
import { plain, t } from '../texts';
import { CannotSend, outCall, type OutCall } from './call';

const payload = z.object({
  invitationId: z.uuid(),
  role: z.enum(ROLES),
  byName: z.string(),
  expiresAt: z.iso.datetime(),
});

/** Shows a person an invitation that carries their name, with a button to accept it. */
export function renderInvitation(
  claim: ClaimedDelivery,
  { reader, language }: DeliveryMaterial,
): OutCall[] {
  if (reader === null) throw new CannotSend('deleted before it was sent');
  const { invitationId, role, byName, expiresAt } = payload.parse(claim.payload);
  const until = new Intl.DateTimeFormat(language, {
    timeZone: preferencesOf(reader).timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(expiresAt));
  const name = plain(language, `common.role.${role}`);
  const params = {
    chat_id: claim.chatId,
    text: t(language, 'team.invite.offered', { by: byName, role: name, until }),
    parse_mode: 'HTML',
    reply_markup: rowsOf([button(language, 'team.button.join', 'join', shorten(invitationId))]),
  };
  return [outCall('sendMessage', () => params)];
}
