import type { Language } from '@tikethet/shared/contracts';
import { STATS_PERIODS } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { QueuePage, QueuePlace } from '../../domain/tickets/staffQueue';
import type { Ticket } from '../../domain/tickets/ticket';
import { callbackData, shorten, type CallbackCode } from '../callbacks/data';
import { consoleAt, type TelegramSettings } from '../settings';
import { plain, type TextKey } from '../texts';

type Row = InlineKeyboardButton[];

/** A button that the bot answers; ids must be shortened. */
export function button(
  language: Language,
  text: TextKey,
  code: CallbackCode,
  ...args: (string | number)[]
): InlineKeyboardButton {
  return { text: plain(language, text), callback_data: callbackData(code, ...args) };
}

/** Rows as a keyboard, empty ones left out; undefined when nothing is in them. */
export function rowsOf(...rows: Row[]): InlineKeyboardMarkup | undefined {
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

/** Below a notice: to take the ticket while nobody has it, and to look at it. */
export function noticeKeyboard(
  language: Language,
  { id, assigneeId, status }: Ticket,
): InlineKeyboardMarkup | undefined {
  const takeable = assigneeId === null && isActive(status);
  const take = takeable ? [button(language, 'button.take', 'take', shorten(id))] : [];
  return rowsOf([...take, button(language, 'team.button.open', 'card', shorten(id))]);
}

/** Below the card of a ticket: what one may do with it now. */
export function cardKeyboard(
  settings: TelegramSettings,
  language: Language,
  ticket: Ticket,
  readerId: string,
): InlineKeyboardMarkup | undefined {
  const id = shorten(ticket.id);
  const active = isActive(ticket.status);
  const work: Row = [];
  if (active && ticket.assigneeId === null) {
    work.push(button(language, 'button.take', 'act', 'take', id));
  }
  if (active && ticket.assigneeId === readerId) {
    work.push(button(language, 'team.button.release', 'act', 'release', id));
  }
  if (active) work.push(button(language, 'team.button.resolve', 'act', 'resolve', id));
  else work.push(button(language, 'team.button.reopen', 'act', 'reopen', id));
  const url = consoleAt(settings, ticket.id);
  const open: Row = url === null ? [] : [{ text: plain(language, 'team.button.console'), url }];
  return rowsOf(work, [...open, button(language, 'team.button.refresh', 'act', 'look', id)]);
}

function placeData(side: 'before' | 'after', [rank, updatedAt, id]: QueuePlace): string {
  const mark = side === 'before' ? 'b' : 'a';
  return callbackData('queueat', mark, rank, updatedAt.toString(36), shorten(id));
}

/** Numbers of the page's tickets, and the ways to the other pages. */
export function queueKeyboard(
  language: Language,
  { items, before, after }: QueuePage,
): InlineKeyboardMarkup | undefined {
  const numbers = items.map(({ ticket }) => ({
    text: `#${ticket.number}`,
    callback_data: callbackData('card', shorten(ticket.id)),
  }));
  const rows: Row[] = [];
  for (let at = 0; at < numbers.length; at += 3) rows.push(numbers.slice(at, at + 3));
  const ways: Row = [];
  if (before !== null) {
    ways.push({
      text: plain(language, 'team.queue.before'),
      callback_data: placeData('before', before),
    });
  }
  ways.push(button(language, 'team.queue.refresh', 'queue'));
  if (after !== null) {
    ways.push({
      text: plain(language, 'team.queue.after'),
      callback_data: placeData('after', after),
    });
  }
  return rowsOf(...rows, ways);
}

/** The periods of the statistics; the one that is shown has a mark. */
export function statsKeyboard(language: Language, shown: string): InlineKeyboardMarkup {
  const periods = STATS_PERIODS.map((period) => ({
    text: `${period === shown ? '• ' : ''}${plain(language, `team.stats.period.${period}`)}`,
    callback_data: callbackData('stats', period),
  }));
  return { inline_keyboard: [periods] };
}

export function broadcastStopKeyboard(language: Language, id: string): InlineKeyboardMarkup {
  return { inline_keyboard: [[button(language, 'team.button.stop', 'bstop', shorten(id))]] };
}

/** Below a broadcast to customers: nobody has to look for the way out. */
export function noNewsKeyboard(language: Language): InlineKeyboardMarkup {
  return { inline_keyboard: [[button(language, 'team.button.noNews', 'nonews')]] };
}
