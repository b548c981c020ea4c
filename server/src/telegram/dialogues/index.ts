import type { Message } from 'grammy/types';
import type { Turn } from '../turn';
import { asCustomerDialogue } from './asCustomer';
import { broadcastDialogue } from './broadcast';
import type { Dialogue } from './dialogue';
import { newTicketDialogue } from './newTicket';
import { ratingCommentDialogue } from './ratingComment';
import { settingsDialogue } from './settings';

/** Every dialogue of the bot, by its mode: what a chat can be in the middle of. */
export const DIALOGUES = {
  newTicket: newTicketDialogue,
  asCustomer: asCustomerDialogue,
  broadcast: broadcastDialogue,
  ratingComment: ratingCommentDialogue,
  settings: settingsDialogue,
} as const satisfies Record<string, Dialogue>;

/** The dialogue that the chat is in; null: none, or it has taken too long. */
export function currentDialogue(turn: Turn): Dialogue | null {
  const mode = turn.chat.dialogue?.mode;
  const dialogue = Object.values<Dialogue>(DIALOGUES).find((one) => one.mode === mode);
  return dialogue !== undefined && dialogue.read(turn) !== null ? dialogue : null;
}

/** Gives content to the dialogue that waits for it. @returns false: it is ordinary content */
export async function continueDialogue(turn: Turn, message: Message): Promise<boolean> {
  return (await currentDialogue(turn)?.receive(turn, message)) ?? false;
}
