import type { DeskSettings } from '@tikethet/shared/contracts';
import { EVERYONE } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { refuseOverwrite } from '../refuseOverwrite';
import { COLUMNS, readSettings } from './deskSettings';

/**
 * Changes settings of the desk and tells everybody.
 * @param base the settings as the person saw them
 * @throws AppError `forbidden`, `conflict` with both values
 */
export async function updateSettings(
  ctx: Ctx,
  {
    base,
    ...changes
  }: { [K in keyof DeskSettings]?: DeskSettings[K] | undefined } & {
    base?: Record<string, unknown> | undefined;
  },
): Promise<DeskSettings> {
  requirePermission(ctx, 'desk.manage');
  const before = await readSettings(ctx, true);
  refuseOverwrite('desk', before, changes, base);
  const names = (Object.keys(COLUMNS) as (keyof DeskSettings)[]).filter(
    (name) => changes[name] !== undefined && changes[name] !== before[name],
  );
  if (names.length === 0) return before;
  await ctx
    .trx('desk_settings')
    .update(Object.fromEntries(names.map((name) => [COLUMNS[name], changes[name]])));
  const after = await readSettings(ctx);
  const pick = (settings: DeskSettings) =>
    Object.fromEntries(names.map((name) => [name, settings[name]]));
  await recordAudit(ctx, {
    action: 'desk.changed',
    targetType: 'desk',
    targetId: null,
    before: pick(before),
    after: pick(after),
  });
  await emit(ctx, {
    type: 'desk.changed',
    ticketId: null,
    audience: EVERYONE,
    data: after,
    customerData: null,
  });
  return after;
}
