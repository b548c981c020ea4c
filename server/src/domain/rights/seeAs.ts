import { AppError } from '@tikethet/shared/errors';
import { outranks, type Role } from '@tikethet/shared/permissions';
import { requirePermission, type Actor, type Ctx } from '../context';
import { permissionsNow } from './matrix';

/**
 * The actor as they would be with a role below their own: to look only. Such a role never sees
 * more than they do, so nothing is given away.
 * @throws AppError `forbidden`
 */
export async function seeAs(ctx: Ctx, { role }: { role: Role }): Promise<Actor> {
  const person = requirePermission(ctx, 'rights.manage');
  if (person.role === role || !outranks(person.role, role)) {
    throw new AppError('forbidden', { reason: 'rank' });
  }
  const permissions = await permissionsNow(ctx.trx, role);
  return { ...ctx.actor, person: { ...person, role, permissions, categoryIds: [] } };
}
