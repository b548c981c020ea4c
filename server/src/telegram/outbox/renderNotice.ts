import type { Language } from '@tikethet/shared/contracts';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { isActive } from '@tikethet/shared/tickets';
import type { Message } from '../../domain/conversations/message';
import { preview } from '../../domain/conversations/preview';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import type { NoticeMaterial } from '../../domain/notices/loadNotice';
import { escapeHtml } from '../formatting/formatted';
import { categoryLabel } from '../keyboards';
import { attached } from '../team/attached';
import { priorityLabel } from '../team/marks';
import { noticeKeyboard } from '../team/keyboards';
import { plain, t } from '../texts';
import { CannotSend, outCall, type OutCall } from './call';

interface Shown {
  html: string;
  keyboard: InlineKeyboardMarkup | undefined;
}

function holderLine(language: Language, { holder }: NoticeMaterial): string[] {
  if (holder === null) return [];
  const { name, isReader } = holder;
  return [isReader ? t(language, 'team.notice.mine') : t(language, 'team.notice.held', { name })];
}

/** What is said beyond the title, which is made of the first line. */
function beyond(title: string, said: string): string {
  return said.startsWith(title) ? said.slice(title.length).trim() : said;
}

function quote(title: string, told: string): string[] {
  const said = beyond(title, told);
  return said === '' ? [] : [`<blockquote>${escapeHtml(said)}</blockquote>`];
}

/** What the customer said, as far as the title does not say it already, and what they sent. */
function words(material: DeliveryMaterial, notice: NoticeMaterial): string[] {
  const { ticket, language } = material;
  const { message, first } = notice;
  const title = ticket?.title ?? '';
  const told = message === null ? (ticket?.lastMessage?.content ?? '') : shownIn(message);
  const names = message && attached(language, message, notice.attachments);
  const more = notice.notice.count - (first === null ? 1 : 2);
  return [
    ...(first === null ? [] : quote(title, shownIn(first))),
    ...quote(title, told),
    ...(names === null ? [] : [t(language, 'team.notice.files', { names })]),
    ...(more > 0 ? [t(language, 'team.notice.more', { count: more })] : []),
  ];
}

function shownIn({ content, format }: Message): string {
  return preview(content, format);
}

function show(material: DeliveryMaterial): Shown {
  const { ticket, category, language, customerName, notice } = material;
  if (ticket === null || notice === null) {
    throw new CannotSend('deleted before it was sent', 'deleted');
  }
  const { number, title, status } = ticket;
  // Out of their sight by now: only what became of what they were told.
  if (notice.access !== 'full' && notice.access !== 'read') {
    const html =
      notice.holder === null
        ? t(language, 'team.notice.moved', { number })
        : t(language, 'team.notice.gone', { number, name: notice.holder.name });
    return { html, keyboard: undefined };
  }
  const facts = t(language, 'team.notice.facts', {
    customer: customerName,
    category: category === null ? '' : categoryLabel(category, language),
    priority: material.priority === null ? '' : priorityLabel(language, material.priority),
  });
  const finished = isActive(status)
    ? []
    : [t(language, 'team.notice.finished', { status: plain(language, `common.status.${status}`) })];
  // That one's own ticket got a message, or became one's own, needs no "you are on it".
  const told = notice.notice.kind !== 'NEW_TICKET' && notice.holder?.isReader === true;
  const lines = [
    t(language, `team.notice.${notice.notice.kind}`, { number, title }),
    facts,
    ...words(material, notice),
    ...(told ? [] : holderLine(language, notice)),
    ...finished,
  ];
  return { html: lines.join('\n'), keyboard: noticeKeyboard(language, ticket) };
}

function body({ html, keyboard }: Shown): Record<string, unknown> {
  return {
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** Tells a member of staff; a reply to it answers the ticket. */
export function renderNotice(claim: ClaimedDelivery, material: DeliveryMaterial): OutCall[] {
  const shown = show(material);
  return [outCall('sendMessage', () => ({ chat_id: claim.chatId, ...body(shown) }))];
}

/** Brings a notice up to date that stands in the chat. */
export function renderNoticeEdit(claim: ClaimedDelivery, material: DeliveryMaterial): OutCall[] {
  const standing = material.notice?.notice;
  const messageId = standing?.telegramMessageId ?? null;
  // On its way yet, or in the chat of a bot that the desk does not use any more.
  if (messageId === null || standing?.botId !== claim.botId) return [];
  const shown = show(material);
  const place = { chat_id: claim.chatId, message_id: messageId };
  return [outCall('editMessageText', () => ({ ...place, ...body(shown) }))];
}
