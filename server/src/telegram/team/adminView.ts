import { ROLES } from '@tikethet/shared/permissions';
import { describeDesk, type DeskState } from '../../domain/stats/describeDesk';
import { consoleHome } from '../settings';
import type { Turn } from '../turn';
import type { View } from './card';
import { button, rowsOf } from './keyboards';
import { minutesBetween, numeral, spanOf } from './spans';

function people(turn: Turn, desk: DeskState): string {
  const lines = [...ROLES].reverse().map((role) =>
    turn.t('team.admin.role', {
      role: turn.plain(`common.role.${role}`),
      count: numeral(turn.language, desk.people[role]),
    }),
  );
  if (desk.blockedPeople > 0) {
    lines.push(turn.t('team.admin.blocked', { count: numeral(turn.language, desk.blockedPeople) }));
  }
  // The lines are HTML already, which a value of a text would be escaped from.
  return turn.t('team.admin.people', { lines: '' }) + lines.join('\n');
}

function bot(turn: Turn, { bot: state, waitingToSend, botBlocked }: DeskState): string {
  const { lastUpdateAt } = state;
  const minutes = lastUpdateAt === null ? null : minutesBetween(lastUpdateAt, turn.ctx.now);
  const last =
    minutes === null
      ? turn.plain('team.admin.never')
      : minutes < 1
        ? spanOf(turn.language, 0)
        : turn.plain('team.admin.ago', { span: spanOf(turn.language, minutes) });
  const value = (number: number) => numeral(turn.language, number);
  return turn.t('team.admin.bot', {
    username: state.username,
    last,
    // The command itself is being handled right now.
    waiting: value(Math.max(0, state.waiting - 1)),
    parked: value(state.parked),
    sending: value(waitingToSend),
    botBlocked: value(botBlocked),
  });
}

/** How the desk is, with the ways to run it. @throws AppError `forbidden` */
export async function adminView(turn: Turn): Promise<View> {
  const desk = await describeDesk(turn.ctx, turn.chat.botId);
  const value = (number: number) => numeral(turn.language, number);
  const { failed, unknown } = desk.undelivered;
  const parts = [
    turn.t('team.admin.title'),
    turn.t('team.admin.tickets', {
      active: value(desk.queue.active),
      unassigned: value(desk.queue.unassigned),
      categories: value(desk.categories.active),
      hidden: value(desk.categories.hidden),
    }),
    people(turn, desk),
    bot(turn, desk),
    failed + unknown === 0
      ? turn.t('team.admin.allDelivered')
      : turn.t('team.admin.undelivered', { failed: value(failed), unknown: value(unknown) }),
  ];
  const url = consoleHome(turn.settings);
  const { language } = turn;
  const keyboard = rowsOf(
    [
      button(language, 'team.button.queue', 'queue'),
      button(language, 'team.button.stats', 'stats', 'today'),
    ],
    [
      button(language, 'team.button.broadcast', 'bnew'),
      button(language, 'team.button.roles', 'roles'),
    ],
    [
      ...(url === null ? [] : [{ text: turn.plain('team.button.console'), url }]),
      button(language, 'team.button.refresh', 'admin'),
    ],
  );
  return { html: parts.join('\n\n'), keyboard };
}
