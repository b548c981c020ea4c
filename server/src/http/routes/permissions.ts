import { AppError } from '@tikethet/shared/errors';
import { isStaff, type PermissionMatrix } from '@tikethet/shared/permissions';
import { requirePerson } from '../../domain/context';
import { changePermission } from '../../domain/rights/changePermission';
import { loadMatrix } from '../../domain/rights/matrix';
import type { Handlers } from '../handler';

function present(matrix: PermissionMatrix) {
  const { USER, HELPER, MODERATOR, ADMIN, DEVELOPER } = matrix;
  const roles = { USER, HELPER, MODERATOR, ADMIN, DEVELOPER };
  return {
    roles: Object.fromEntries(Object.entries(roles).map(([role, names]) => [role, [...names]])),
  };
}

export const permissionHandlers = {
  'permissions.get': async (ctx) => {
    if (!isStaff(requirePerson(ctx).role))
      throw new AppError('forbidden', { reason: 'staff_only' });
    return present(await loadMatrix(ctx.trx));
  },
  'permissions.set': async (ctx, input) => present(await changePermission(ctx, input)),
} satisfies Handlers<'permissions.get' | 'permissions.set'>;
