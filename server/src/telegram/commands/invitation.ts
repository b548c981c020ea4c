import { acceptInvitation, type Acceptance } from '../../domain/invitations/acceptInvitation';
import { LANES, queueDelivery, chatOf } from '../../domain/deliveries/queueDelivery';
import type { User } from '../../domain/people/user';
import { plain, t } from '../texts';
import type { Turn } from '../turn';

/** The person came through an invitation: the first who does joins the team. */
export async function openInvitation(turn: Turn, code: string): Promise<void> {
  await welcomeToTeam(turn, await acceptInvitation(turn.ctx, code));
}

/** Says what came of an invitation; whoever made it hears of it too. */
export async function welcomeToTeam(turn: Turn, accepted: Acceptance): Promise<void> {
  if (accepted.outcome === 'worthless') return turn.say(turn.t('team.invite.worthless'));
  if (accepted.outcome === 'unneeded') {
    const role = turn.plain(`common.role.${accepted.role}`);
    return turn.say(turn.t('team.invite.unneeded', { role }));
  }
  const { user, invitedBy } = accepted;
  const role = turn.plain(`common.role.${user.role}`);
  await turn.say(turn.t('team.invite.accepted', { by: invitedBy.shownName, role }));
  await tellInviter(turn, invitedBy, user);
}

async function tellInviter(turn: Turn, invitedBy: User, user: User): Promise<void> {
  const chatId = chatOf(invitedBy);
  if (chatId === null) return;
  const { language } = invitedBy;
  const role = plain(language, `common.role.${user.role}`);
  await queueDelivery(turn.ctx, {
    chatId,
    userId: invitedBy.id,
    kind: 'CALL',
    lane: LANES.notice,
    payload: {
      method: 'sendMessage',
      params: {
        chat_id: chatId,
        text: t(language, 'team.invite.used', { name: user.shownName, role }),
        parse_mode: 'HTML',
      },
    },
    botId: turn.chat.botId,
  });
}
