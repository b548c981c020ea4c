import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import { requirePerson, type Ctx } from '../context';
import { seeUser } from './seeUser';
import { avatarUrlOf, User } from './user';

/**
 * Where the picture of a person lies whom staff may know: colleagues, and customers as `seeUser`
 * lets them.
 * @param url as `avatarUrl` gives it: an earlier picture is gone
 * @throws AppError `not_found`, also for whom one may not know of
 */
export async function seeAvatar(ctx: Ctx, id: string, url: string): Promise<string> {
  const person = requirePerson(ctx);
  const user = await User.query(ctx.trx).findById(id);
  const key = user === undefined || avatarUrlOf(user) !== url ? null : user.avatarKey;
  if (user === undefined || key === null) throw new AppError('not_found', { resource: 'file' });
  const isColleague = isStaff(person.role) && isStaff(user.role) && user.isActive;
  if (!isColleague) await seeUser(ctx, { id });
  return key;
}
