import { z } from 'zod';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { preferencesOf } from '../../domain/people/preferences';
import { TICKET_STATUSES } from '@tikethet/shared/tickets';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { messageKeyboard, ratingKeyboard, reopenKeyboard } from '../keyboards';
import { t } from '../texts';
import { CannotSend, outCall, type OutCall } from './call';
import type { RenderDeps } from './view';

const statusPayload = z.object({
  status: z.enum(TICKET_STATUSES),
  staffName: z.string().nullable(),
});
const callPayload = z.object({
  method: z.string().regex(/^[a-zA-Z]{3,64}$/),
  params: z.record(z.string(), z.unknown()),
});

function say(
  claim: ClaimedDelivery,
  html: string,
  keyboard: InlineKeyboardMarkup | undefined,
): OutCall[] {
  const params = {
    chat_id: claim.chatId,
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
  return [outCall('sendMessage', () => params)];
}

/** Tells a customer what became of a ticket; a resolved one asks for a rating. */
export function renderStatus(
  { settings }: RenderDeps,
  claim: ClaimedDelivery,
  { ticket, language, reader }: DeliveryMaterial,
): OutCall[] {
  if (ticket === null) throw new CannotSend('deleted before it was sent', 'deleted');
  const { status, staffName } = statusPayload.parse(claim.payload);
  const { number, title, id } = ticket;
  const named = status === 'IN_PROGRESS' && staffName !== null;
  const html = named
    ? t(language, 'status.IN_PROGRESS_by', { number, name: staffName })
    : t(language, `status.${status}`, { number, title });
  if (status === 'RESOLVED') {
    const asks = reader === null || preferencesOf(reader).customerNotices.rating;
    if (!asks) return say(claim, html, reopenKeyboard(language, id));
    return say(claim, `${html}\n\n${t(language, 'rating.ask')}`, ratingKeyboard(language, id));
  }
  const keyboard = status === 'CLOSED' ? undefined : messageKeyboard(settings, language, ticket);
  return say(claim, html, keyboard);
}

/** The bot's own words, as they were queued. */
export function renderCall(claim: ClaimedDelivery): OutCall[] {
  const { method, params } = callPayload.parse(claim.payload);
  return [outCall(method, () => params)];
}
