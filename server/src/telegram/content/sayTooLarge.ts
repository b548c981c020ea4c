import type { Language } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { patchChat } from '../../domain/telegram/chats';
import type { Ticket } from '../../domain/tickets/ticket';
import { uploadKeyboard } from '../keyboards';
import type { TelegramSettings } from '../settings';
import { t } from '../texts';
import type { Turn } from '../turn';

/** Several large files in a row are one piece of news. Milliseconds. */
const QUIET_FOR = 60_000;

type Said = Pick<Ticket, 'id' | 'number' | 'customerId'>;

/** What a person reads whose file Telegram does not give to bots, and the way out of it. */
export function tooLargeWords(
  settings: TelegramSettings,
  language: Language,
  ticket: Pick<Ticket, 'number'>,
  size: number,
) {
  const keyboard = uploadKeyboard(settings, language, ticket);
  if (size > LIMITS.fileBytes)
    return { html: t(language, 'ticket.farTooLarge'), keyboard: undefined };
  if (keyboard === undefined) return { html: t(language, 'ticket.tooLarge'), keyboard };
  return { html: t(language, 'ticket.tooLargeForChat'), keyboard };
}

/** Tells at once that a file will not come, and where it can be given instead. */
export async function sayTooLarge(turn: Turn, ticket: Said, size: number): Promise<void> {
  const { ctx, chat, settings, language, user } = turn;
  // What staff send goes on by Telegram's own id, however large.
  if (ticket.customerId !== user.id) return;
  const subject = `tooLarge:${ticket.id}`;
  const now = ctx.now.getTime();
  const fresh = (at: string) => now - new Date(at).getTime() < QUIET_FOR;
  if (fresh(chat.told[subject] ?? new Date(0).toISOString())) return;
  const recent = Object.entries(chat.told).filter(([, at]) => fresh(at));
  await patchChat(ctx, chat, {
    told: { ...Object.fromEntries(recent), [subject]: ctx.now.toISOString() },
  });
  const { html, keyboard } = tooLargeWords(settings, language, ticket, size);
  await turn.say(html, { ticketId: ticket.id, ...(keyboard ? { keyboard } : {}) });
}
