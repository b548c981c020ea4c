import { AppError } from '@tikethet/shared/errors';
import {
  affectedRoles,
  changeRefusal,
  DEFAULT_MATRIX,
  type Permission,
  type PermissionMatrix,
  type Role,
} from '@tikethet/shared/permissions';
import { CONTROL } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { refreshMenu } from '../deliveries/refreshMenu';
import { lockRoles, requireStill } from '../people/lockForChange';
import { User } from '../people/user';
import { loadMatrix } from './matrix';

export interface ChangePermissionInput {
  role: Role;
  permission: Permission;
  allowed: boolean;
}

/**
 * Lets a role do something or no longer, by the laws of `changeRefusal`. Whoever is affected starts
 * afresh with the rights they have then, on every node.
 * @returns what every role may do now
 * @throws AppError `forbidden`, with the law as `reason`
 */
export async function changePermission(
  ctx: Ctx,
  change: ChangePermissionInput,
): Promise<PermissionMatrix> {
  const { id } = requirePermission(ctx, 'rights.manage');
  await lockRoles(ctx);
  const actor = await requireStill(ctx, id, 'rights.manage');
  const before = await loadMatrix(ctx.trx);
  const refusal = changeRefusal(actor, before, change);
  if (refusal !== null) throw new AppError('forbidden', { reason: refusal });
  const roles = affectedRoles(before, change);
  if (roles.length === 0) return before;
  for (const role of roles) await writeDown(ctx, { ...change, role });
  const matrix = await loadMatrix(ctx.trx);
  await emit(
    ctx,
    {
      type: 'account.rights_changed',
      ticketId: null,
      audience: { staff: [CONTROL], customer: [], hidden: [] },
      data: { roles },
      customerData: null,
    },
    {
      type: 'permissions.changed',
      ticketId: null,
      audience: { staff: ['team'], customer: [], hidden: [] },
      data: { roles: matrix },
      customerData: null,
    },
  );
  await refreshMenus(ctx, roles);
  return matrix;
}

/** Only what differs from the default matrix is kept, so that a later default reaches this desk. */
async function writeDown(
  ctx: Ctx,
  { role, permission, allowed }: ChangePermissionInput,
): Promise<void> {
  if (DEFAULT_MATRIX[role].includes(permission) === allowed) {
    await ctx.trx('permission_overrides').where({ role, permission }).delete();
  } else {
    await ctx
      .trx('permission_overrides')
      .insert({
        role,
        permission,
        allowed,
        changed_by: ctx.actor.person?.id ?? null,
        changed_at: ctx.now,
      })
      .onConflict(['role', 'permission'])
      .merge();
  }
  await recordAudit(ctx, {
    action: allowed ? 'permission.granted' : 'permission.revoked',
    targetType: 'role',
    targetId: null,
    after: { role, permission },
  });
}

/** The bot's command menus of these roles may offer more or less now. */
async function refreshMenus(ctx: Ctx, roles: readonly Role[]): Promise<void> {
  const staff = await User.query(ctx.trx)
    .whereIn('role', [...roles])
    .where('isActive', true)
    .whereNotNull('botStartedAt')
    .orderBy('createdAt')
    .limit(MOST_MENUS);
  for (const user of staff) await refreshMenu(ctx, user);
}

/** Desks are small; beyond that a menu that offers too much is refused when it is used. */
const MOST_MENUS = 500;
