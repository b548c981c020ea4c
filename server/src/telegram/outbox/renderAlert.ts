import { z } from 'zod';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { t } from '../texts';
import { outCall, type OutCall } from './call';

const alertPayload = z.object({
  incident: z.enum(['webhook', 'conflict', 'token']),
  detail: z.string(),
  mended: z.boolean(),
});

/** Tells a DEVELOPER that something is wrong between the desk and Telegram, or well again. */
export function renderAlert(claim: ClaimedDelivery, { language }: DeliveryMaterial): OutCall[] {
  const { incident, detail, mended } = alertPayload.parse(claim.payload);
  const text = t(language, mended ? `alert.mended.${incident}` : `alert.${incident}`, { detail });
  const params = {
    chat_id: claim.chatId,
    text,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  };
  return [outCall('sendMessage', () => params)];
}
