import { isStaff } from '@tikethet/shared/permissions';
import { refreshMenu } from '../domain/deliveries/refreshMenu';
import { activeOwnTickets } from '../domain/tickets/ownTickets';
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
  return turn.t('welcome.one', { number: first.number, title: first.title, status });
}

/** The answer to Start: who is here, and that writing is all it takes. It also mends the menu. */
export async function welcome(turn: Turn, note?: string): Promise<void> {
  const { user } = turn;
  const name = user.firstName;
  const lines = isNewcomer(turn)
    ? [turn.t('welcome.hello', { name })]
    : [turn.t('welcome.again', { name }), await whereTheyStand(turn)];
  if (note !== undefined) lines.unshift(note);
  if (isStaff(user.role)) {
    lines.push(turn.t('welcome.staff', { role: turn.plain(`common.role.${user.role}`) }));
  }
  await turn.say(lines.join('\n\n'), { keyboard: mainKeyboard(turn.language) });
  if (!isNewcomer(turn)) await refreshMenu(turn.ctx, user);
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
