import type { Macro as MacroResource } from '@tikethet/shared/contracts';
import { MACRO_LIMITS } from '@tikethet/shared/macros';
import { requirePermission, type Ctx } from '../context';
import { Macro, presentMacro } from './macro';

/** The team's macros and the person's own, by name. */
export async function listMacros(ctx: Ctx): Promise<{ items: MacroResource[] }> {
  const { id } = requirePermission(ctx, 'ticket.viewPool');
  const macros = await Macro.query(ctx.trx)
    .where((query) => query.whereNull('ownerId').orWhere('ownerId', id))
    .orderByRaw('lower(name), id')
    .limit(MACRO_LIMITS.team + MACRO_LIMITS.own);
  return { items: macros.map(presentMacro) };
}
