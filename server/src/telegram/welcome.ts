import { isStaff } from '@tikethet/shared/permissions';
import { refreshMenu } from '../domain/deliveries/refreshMenu';
import { readSettings } from '../domain/settings/deskSettings';
import { activeOwnTickets } from '../domain/tickets/ownTickets';
import { asCustomerDialogue } from './dialogues/asCustomer';
import { leaveDialogue } from './dialogues/dialogue';
import { escapeHtml } from './formatting/formatted';
import { mainKeyboard } from './mainKeyboard';
import type { Turn } from './turn';

/** Whether this update is the person's first word to the bot. */
export function isNewcomer({ user, ctx }: Turn): boolean {
  return user.botStartedAt?.getTime() === ctx.now.getTime();
}

/** Whom the bot knows is told where they stand: what is open, and where the next words go. */
async function whereTheyStand(turn: Turn): Promise<string> {
  const [first, ...others] = await activeOwnTickets(turn.ctx, 10);
  if (first === undefined) return turn.t('welcome.write');
  const count = others.length + 1;
  if (count > 1) return turn.t('welcome.several', { count });
  const status = turn.plain(`common.status.${first.status}`);
  const open = turn.t('welcome.one', { number: first.number, title: first.title, status });
  const { currentTicketId } = turn.chat;
  if (currentTicketId !== null && currentTicketId !== first.id) return open;
  return `${open}\n\n${turn.t('welcome.goesThere')}`;
}

/** What the desk has set to be said first, or how the bot greets by itself. */
async function firstWords(turn: Turn, name: string): Promise<string[]> {
  const { greeting, greetingEn } = await readSettings(turn.ctx);
  const own = turn.language === 'en' ? greetingEn : greeting;
  if (own === null) return [turn.t('welcome.hello', { name })];
  return [turn.t('welcome.short', { name }), escapeHtml(own)];
}

/** What a member of the team may do here; a customer learns that writing is all it takes. */
async function opening(turn: Turn): Promise<string[]> {
  const { user } = turn;
  const name = user.firstName;
  const isNew = isNewcomer(turn);
  if (isStaff(user.role)) {
    const role = turn.plain(`common.role.${user.role}`);
    return [
      turn.t(isNew ? 'welcome.short' : 'welcome.again', { name }),
      turn.t('welcome.staff', { role }),
    ];
  }
  if (isNew) return firstWords(turn, name);
  return [turn.t('welcome.again', { name }), await whereTheyStand(turn)];
}

/**
 * The answer to Start, which is also the way out for whoever got lost: of a dialogue, except the one
 * that holds words of theirs, and to a menu that is as it should be.
 * @param note what comes first
 */
export async function welcome(turn: Turn, note?: string): Promise<void> {
  if (asCustomerDialogue.read(turn) === null) await leaveDialogue(turn);
  const lines = [...(note === undefined ? [] : [note]), ...(await opening(turn))];
  await turn.say(lines.join('\n\n'), { keyboard: mainKeyboard(turn.language) });
  if (!isNewcomer(turn)) await refreshMenu(turn.ctx, turn.user);
}

/**
 * Who begins without Start (their chat is older than the desk, or they followed a link) gets the
 * buttons all the same; what they wrote is answered right after.
 */
export async function greetNewcomer(turn: Turn): Promise<void> {
  if (!isNewcomer(turn)) return;
  await turn.say(turn.t('welcome.short', { name: turn.user.firstName }), {
    keyboard: mainKeyboard(turn.language),
  });
}
