import type { Turn } from '../turn';
import type { View } from './card';

/** Shows something in a message of its own. @param ticketId answers to it go to this ticket */
export async function sayView(
  turn: Turn,
  { html, keyboard }: View,
  ticketId?: string,
): Promise<void> {
  await turn.say(html, {
    ...(keyboard ? { keyboard } : {}),
    ...(ticketId === undefined ? {} : { ticketId }),
  });
}

/** Shows something in place of a message of the bot. */
export function replaceWith(
  turn: Turn,
  messageId: number,
  { html, keyboard }: View,
): Promise<void> {
  return turn.replace(messageId, html, keyboard);
}
