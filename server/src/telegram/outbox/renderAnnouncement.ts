import { z } from 'zod';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { preferencesOf } from '../../domain/people/preferences';
import { TICKET_STATUSES } from '@tikethet/shared/tickets';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { escapeHtml } from '../formatting/formatted';
import { categoryLabel, messageKeyboard, noticeKeyboard, ratingKeyboard, reopenKeyboard } from '../keyboards';
import { t } from '../texts';
import { CannotSend, outCall, type OutCall } from './call';
import type { RenderDeps } from './renderMessage';

const statusPayload = z.object({
  status: z.enum(TICKET_STATUSES),
  staffName: z.string().nullable(),
});
const noticePayload = z.object({
  notice: z.enum(['NEW_TICKET', 'NEW_MESSAGE', 'TICKET_ASSIGNED']),
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

/** Tells a member of staff; a reply to it answers the ticket. */
export function renderNotice(
  { settings }: RenderDeps,
  claim: ClaimedDelivery,
  { ticket, language, category, customerName }: DeliveryMaterial,
): OutCall[] {
  if (ticket === null) throw new CannotSend('deleted before it was sent', 'deleted');
  const { notice } = noticePayload.parse(claim.payload);
  const head = t(language, `notice.${notice}`, {
    number: ticket.number,
    title: ticket.title,
    customer: customerName,
    category: category === null ? '' : categoryLabel(category, language),
  });
  const preview = ticket.lastMessage?.content ?? '';
  const quote = preview === '' ? '' : `\n<blockquote>${escapeHtml(preview)}</blockquote>`;
  return say(claim, `${head}${quote}`, noticeKeyboard(settings, language, ticket));
}

/** The bot's own words, as they were queued. */
export function renderCall(claim: ClaimedDelivery): OutCall[] {
  const { method, params } = callPayload.parse(claim.payload);
  return [outCall(method, () => params)];
}
