import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { callbackData, type SettingsScreen } from '../callbacks/data';
import type { TextKey } from '../texts';
import type { Turn } from '../turn';

/** A state of the settings message: it is edited in place as the person walks through it. */
export interface Screen {
  html: string;
  keyboard: InlineKeyboardMarkup;
}

export type Buttons = InlineKeyboardButton[];

/** Leads to another screen. */
export function toScreen(turn: Turn, screen: SettingsScreen, label: TextKey): Buttons[number] {
  return { text: turn.plain(label), callback_data: callbackData('set', screen) };
}

/** The last row of every screen but the first. */
export function backRow(turn: Turn): Buttons {
  return [
    toScreen(turn, 'main', 'settings.back'),
    { text: turn.plain('settings.done'), callback_data: callbackData('done') },
  ];
}

/** Buttons in rows of so many. */
export function inRows(buttons: Buttons, perRow: number): Buttons[] {
  const rows: Buttons[] = [];
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow));
  return rows;
}
