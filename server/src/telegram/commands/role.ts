import { can } from '@tikethet/shared/permissions';
import { requirePerson } from '../../domain/context';
import { findByHandle } from '../../domain/people/findByHandle';
import { roleRefusal } from '../team/roleRefusal';
import { askView, grantable, ownRoleView, personView, readRole } from '../team/roleViews';
import { sayView } from '../team/show';
import type { Turn } from '../turn';
import type { Command } from './command';

async function changeRole(turn: Turn, who: string, wanted: string): Promise<void> {
  const found = await findByHandle(turn.ctx, who);
  if (found.outcome === 'none') return turn.say(turn.t('team.role.unknownPerson', { who }));
  if (found.outcome === 'several') return turn.say(turn.t('team.role.ambiguous', { who }));
  const { user } = found;
  if (wanted === '') return sayView(turn, personView(turn, user));
  const role = readRole(turn, wanted);
  if (role === null) {
    return turn.say(turn.t('team.role.unknownRole', { roles: grantable(turn).join(', ') }));
  }
  const refusal = roleRefusal(requirePerson(turn.ctx), user, role);
  if (refusal !== null) {
    const named = refusal === 'team.role.above' ? role : user.role;
    const values = { name: user.shownName, role: turn.plain(`common.role.${named}`) };
    return turn.say(turn.t(refusal, values));
  }
  await sayView(turn, askView(turn, user, role));
}

/** One's own role, or (for those who may) somebody else's. */
export const role: Command = {
  description: 'command.role',
  menu: 'staff',
  run: async (turn, argument) => {
    const [who = '', ...rest] = argument.split(/\s+/);
    if (who === '') return sayView(turn, ownRoleView(turn));
    if (!can(requirePerson(turn.ctx), 'people.setRole'))
      return turn.say(turn.t('team.role.noRight'));
    await changeRole(turn, who, rest.join(' '));
  },
};
