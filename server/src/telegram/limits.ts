import { isStaff } from '@tikethet/shared/permissions';
import type { Update } from 'grammy/types';
import type { Attachment } from '../domain/attachments/attachment';
import { expectFile, type ExpectedFile } from '../domain/attachments/expectFile';
import type { CustomerLimit } from '../domain/limits/customerLimits';
import { spend, type Spent } from '../domain/limits/spend';
import { latestOwnTicket } from '../domain/tickets/ownTickets';
import type { Target } from './content/findTarget';
import type { Turn } from './turn';
import { inEveryLanguage } from './texts';

const KEYBOARD = new Set([
  ...inEveryLanguage('button.myTickets'),
  ...inEveryLanguage('button.newTicket'),
]);

/** Counts what a customer does; staff are not limited. */
async function count(turn: Turn, limit: CustomerLimit, amount = 1): Promise<Spent> {
  const factor = isStaff(turn.user.role) ? 0 : turn.settings.limitFactor;
  return spend(turn.ctx, factor, turn.user.id, limit, amount);
}

/**
 * Whether a command or a button is to be done. Whoever hammers gets one answer that says so, and
 * silence until the minute is over. Content is another matter: it is always taken.
 */
export async function keepsPace(turn: Turn, update: Update): Promise<boolean> {
  if (update.callback_query !== undefined) {
    const { state } = await count(turn, 'presses');
    if (state === 'first') {
      await turn.answer(update.callback_query.id, turn.plain('limits.presses'), true);
    }
    return state === 'within';
  }
  const text = update.message?.text;
  if (text === undefined || !(text.startsWith('/') || KEYBOARD.has(text))) return true;
  const { state } = await count(turn, 'commands');
  if (state === 'first') await turn.say(turn.t('limits.commands'));
  return state === 'within';
}

/**
 * A flood becomes one ticket, not a hundred: beyond the limit what would open one more goes to the
 * newest that still takes messages, and the person is told once.
 */
export async function withinTicketLimits(turn: Turn, target: Target): Promise<Target> {
  if (target.kind !== 'new') return target;
  const hour = await count(turn, 'ticketsPerHour');
  const day = await count(turn, 'ticketsPerDay');
  if (hour.state === 'within' && day.state === 'within') return target;
  const latest = await latestOwnTicket(turn.ctx);
  if (latest === null) return target;
  if (hour.state === 'first' || day.state === 'first') {
    await turn.say(turn.t('limits.tickets', { number: latest.number }), { ticketId: latest.id });
  }
  return { kind: 'ticket', ticketId: latest.id, before: latest, replyToId: null };
}

/**
 * Counts a message that was taken; whoever writes too many is told once that all of it is kept.
 * @returns false when the bot should say no more about it
 */
export async function sayWhenFlooding(turn: Turn, number: number): Promise<boolean> {
  const { state } = await count(turn, 'messages');
  if (state === 'first') await turn.say(turn.t('limits.messages', { number }));
  return state === 'within';
}

/**
 * Records a file that is to be fetched: at once, or, beyond what a person may send in an hour, in
 * one of the hours after it. The person is told once.
 */
export async function takeFile(turn: Turn, file: ExpectedFile): Promise<Attachment> {
  return expectFile(turn.ctx, file, await whenToFetch(turn, file.size));
}

async function whenToFetch(turn: Turn, size: number): Promise<Date | null> {
  const files = await count(turn, 'files');
  const bytes = await count(turn, 'bytes', size);
  const late = files.windowsAhead >= bytes.windowsAhead ? files : bytes;
  if (late.windowsAhead === 0) return null;
  if (files.state === 'first' || bytes.state === 'first') await turn.say(turn.t('limits.files'));
  const seconds = late.retryAfter + (late.windowsAhead - 1) * 3_600;
  return new Date(turn.ctx.now.getTime() + seconds * 1_000);
}
