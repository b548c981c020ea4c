import type { Language } from '@tikethet/shared/contracts';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Category } from '../domain/categories/category';
import type { Priority } from '../domain/priorities/priority';
import type { Ticket } from '../domain/tickets/ticket';
import { callbackData, shorten } from './callbacks/data';
import { miniAppAt, type TelegramSettings } from './settings';
import { priorityName } from './team/marks';
import { plain } from './texts';

type Row = InlineKeyboardButton[];

function inPairs(buttons: Row): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += 2) rows.push(buttons.slice(at, at + 2));
  return rows;
}

/** Rows as a keyboard; undefined when nothing is in them. */
function keyboard(...rows: Row[]): InlineKeyboardMarkup | undefined {
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

/** A category's name in a person's language, with its sign. */
export function categoryLabel(category: Category, language: Language): string {
  const name = language === 'en' ? (category.nameEn ?? category.name) : category.name;
  return `${category.icon} ${name}`;
}

/** Opens a ticket (or the list) in the Mini App, where Telegram allows it. */
export function openButton(
  settings: TelegramSettings,
  language: Language,
  ticket?: Pick<Ticket, 'number'>,
): Row {
  const url = miniAppAt(settings, ticket === undefined ? undefined : `t${ticket.number}`);
  if (url === null) return [];
  const text = plain(language, ticket === undefined ? 'button.openApp' : 'button.open');
  return [{ text, web_app: { url } }];
}

export function closeButton(language: Language, ticketId: string): Row {
  const data = callbackData('close', shorten(ticketId));
  return [{ text: plain(language, 'button.close'), callback_data: data }];
}

/** Below what staff wrote to a customer. */
export function messageKeyboard(
  settings: TelegramSettings,
  language: Language,
  ticket: Ticket,
): InlineKeyboardMarkup | undefined {
  const open = openButton(settings, language, ticket);
  return keyboard([...open, ...closeButton(language, ticket.id)]);
}

export function categoryKeyboard(
  language: Language,
  ticketId: string,
  categories: readonly Category[],
): InlineKeyboardMarkup | undefined {
  const buttons = categories.map((category) => ({
    text: categoryLabel(category, language),
    callback_data: callbackData('cat', shorten(ticketId), shorten(category.id)),
  }));
  return keyboard(...inPairs(buttons));
}

export function priorityKeyboard(
  language: Language,
  ticketId: string,
  priorities: readonly Priority[],
): InlineKeyboardMarkup {
  const buttons = priorities.map((one) => ({
    text: priorityName(language, one),
    callback_data: callbackData('pri', shorten(ticketId), one.priority),
  }));
  const skip = {
    text: plain(language, 'button.skip'),
    callback_data: callbackData('pri', shorten(ticketId), '-'),
  };
  return { inline_keyboard: [...inPairs(buttons), [skip]] };
}

function reopenButton(language: Language, ticketId: string): InlineKeyboardButton {
  const callback_data = callbackData('reopen', shorten(ticketId));
  return { text: plain(language, 'button.reopen'), callback_data };
}

/** Below a finished ticket of somebody who does not want to be asked for stars. */
export function reopenKeyboard(language: Language, ticketId: string): InlineKeyboardMarkup {
  return { inline_keyboard: [[reopenButton(language, ticketId)]] };
}

/** Stars for a finished ticket; with stars given, also room for a word. */
export function ratingKeyboard(
  language: Language,
  ticketId: string,
  rated = false,
): InlineKeyboardMarkup {
  const stars = [1, 2, 3, 4, 5].map((rating) => ({
    text: `${rating} ⭐`,
    callback_data: callbackData('rate', shorten(ticketId), rating),
  }));
  const comment = {
    text: plain(language, 'button.comment'),
    callback_data: callbackData('comment', shorten(ticketId)),
  };
  return {
    inline_keyboard: [stars, ...(rated ? [[comment]] : []), [reopenButton(language, ticketId)]],
  };
}

/** Tickets to choose from, by number. */
export function ticketsKeyboard(
  settings: TelegramSettings,
  language: Language,
  tickets: readonly Ticket[],
): InlineKeyboardMarkup | undefined {
  const numbers = tickets.map((ticket) => ({
    text: `#${ticket.number}`,
    callback_data: callbackData('use', shorten(ticket.id)),
  }));
  const rows: Row[] = [];
  for (let at = 0; at < numbers.length; at += 4) rows.push(numbers.slice(at, at + 4));
  return keyboard(...rows, openButton(settings, language));
}

/** Below the news of where a message went. */
export function moveKeyboard(language: Language, messageId: string): InlineKeyboardMarkup {
  const move = {
    text: plain(language, 'button.move'),
    callback_data: callbackData('move', shorten(messageId)),
  };
  return { inline_keyboard: [[move]] };
}

/** Letters of a title on a button. */
const TITLE_LENGTH = 28;

/** Where a message may go instead. */
export function whereToKeyboard(
  language: Language,
  messageId: string,
  tickets: readonly Ticket[],
): InlineKeyboardMarkup {
  const id = shorten(messageId);
  const others = tickets.map(({ number, title, id: ticketId }) => {
    const letters = Array.from(title);
    const short =
      letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join('')}…` : title;
    return [
      {
        text: `#${number} · ${short}`,
        callback_data: callbackData('moveTo', id, shorten(ticketId)),
      },
    ];
  });
  const fresh = {
    text: plain(language, 'button.moveToNew'),
    callback_data: callbackData('moveTo', id, '-'),
  };
  const stay = { text: plain(language, 'button.stay'), callback_data: callbackData('stay', id) };
  return { inline_keyboard: [...others, [fresh], [stay]] };
}

/** Opens a ticket in the Mini App to give a file there; undefined where Telegram would refuse it. */
export function uploadKeyboard(
  settings: TelegramSettings,
  language: Language,
  ticket: Pick<Ticket, 'number'>,
): InlineKeyboardMarkup | undefined {
  const url = miniAppAt(settings, `t${ticket.number}`);
  if (url === null) return undefined;
  return { inline_keyboard: [[{ text: plain(language, 'button.upload'), web_app: { url } }]] };
}
