import type { Colleague } from '@tikethet/shared/contracts';
import { isStaff, ROLES } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { presentColleague } from './emitColleague';
import { User } from './user';

const MOST = 500;

/** The active staff by name: whom a note can address, who is there. */
export async function listTeam(ctx: Ctx): Promise<{ items: Colleague[] }> {
  const users = await User.query(ctx.trx)
    .whereIn('role', ROLES.filter(isStaff))
    .where('isActive', true)
    .orderBy('createdAt')
    .limit(MOST);
  users.sort((a, b) => a.shownName.localeCompare(b.shownName, 'ru'));
  return { items: users.map(presentColleague) };
}
