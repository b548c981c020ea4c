import { AppError } from '@tikethet/shared/errors';
import { requirePerson } from '../../domain/context';
import { acceptOffer } from '../../domain/invitations/acceptInvitation';
import { createInvitation } from '../../domain/invitations/createInvitation';
import { revokeInvitation } from '../../domain/invitations/revokeInvitation';
import { preferencesOf } from '../../domain/people/preferences';
import { setUserRole } from '../../domain/people/setUserRole';
import { getUser } from '../../domain/people/showUser';
import { findBot } from '../../domain/telegram/bots';
import { welcomeToTeam } from '../commands/invitation';
import { shorten } from './data';
import { button, rowsOf } from '../team/keyboards';
import { roleRefusal, roleRefusalOf } from '../team/roleRefusal';
import { askView, ownRoleView } from '../team/roleViews';
import { replaceWith, sayView } from '../team/show';
import type { Turn } from '../turn';
import type { Callback } from './callback';

export const showRoles: Callback<'roles'> = (turn) => sayView(turn, ownRoleView(turn));

/** Asks whether the chosen role is meant. */
export const chooseRole: Callback<'role'> = async (turn, [userId, role], press) => {
  const user = await getUser(turn.ctx, userId);
  const refusal = roleRefusal(requirePerson(turn.ctx), user, role);
  if (refusal === null) return replaceWith(turn, press.messageId, askView(turn, user, role));
  await turn.replace(press.messageId, refusalText(turn, refusal, user.shownName, user.role, role));
};

function refusalText(
  turn: Turn,
  key: Parameters<Turn['t']>[0],
  name: string,
  has: Parameters<typeof roleRefusal>[2],
  wanted: Parameters<typeof roleRefusal>[2],
): string {
  const named = key === 'team.role.above' ? wanted : has;
  return turn.t(key, { name, role: turn.plain(`common.role.${named}`) });
}

/** Gives the role; the person is told by the desk. */
export const confirmRole: Callback<'roleyes'> = async (turn, [userId, role], press) => {
  const before = await getUser(turn.ctx, userId);
  const refusal = roleRefusal(requirePerson(turn.ctx), before, role);
  const text = (key: Parameters<Turn['t']>[0]) =>
    refusalText(turn, key, before.shownName, before.role, role);
  if (refusal !== null) return turn.replace(press.messageId, text(refusal));
  try {
    await setUserRole(turn.ctx, { id: userId, role });
  } catch (error) {
    return turn.replace(press.messageId, text(roleRefusalOf(error)));
  }
  const name = before.shownName;
  await turn.replace(
    press.messageId,
    turn.t('team.role.done', { name, role: turn.plain(`common.role.${role}`) }),
  );
};

export const cancelRole: Callback<'roleno'> = (turn, _args, press) =>
  turn.replace(press.messageId, turn.t('team.role.cancelled'));

/** The address that opens the bot with a payload. */
async function linkOf(turn: Turn, payload: string): Promise<string> {
  const { demo, publicUrl } = turn.settings;
  if (demo) return `${publicUrl}/sandbox/?start=${payload}`;
  const bot = await findBot(turn.ctx.trx, turn.chat.botId);
  if (bot === null) throw new AppError('unavailable', { reason: 'bot_not_started' });
  return `https://t.me/${bot.username}?start=${payload}`;
}

/** Makes an invitation, to be handed on. */
export const invite: Callback<'invite'> = async (turn, [role]) => {
  const { invitation, payload } = await createInvitation(turn.ctx, { role });
  const until = new Intl.DateTimeFormat(turn.language, {
    timeZone: preferencesOf(turn.user).timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(invitation.expiresAt);
  const keyboard = rowsOf([
    button(turn.language, 'team.button.revoke', 'uninvite', shorten(invitation.id)),
  ]);
  await turn.say(
    turn.t('team.invite.made', {
      role: turn.plain(`common.role.${role}`),
      link: await linkOf(turn, payload),
      until,
    }),
    keyboard ? { keyboard } : {},
  );
};

export const uninvite: Callback<'uninvite'> = async (turn, [id], press) => {
  await revokeInvitation(turn.ctx, { id });
  await turn.replace(press.messageId, turn.t('team.invite.revoked'));
};

/** Accepts an invitation that carries the person's name. */
export const joinTeam: Callback<'join'> = async (turn, [id], press) => {
  await turn.replaceButtons(press.messageId, null);
  await welcomeToTeam(turn, await acceptOffer(turn.ctx, { id }));
};
