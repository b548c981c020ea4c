import type { Macro as MacroResource, ParsedInputOf } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { MACRO_LIMITS } from '@tikethet/shared/macros';
import { requirePermission, type Ctx } from '../context';
import { announceMacro } from './emitMacro';
import { lockMacros, Macro, presentMacro, requireContent, requireMayChange } from './macro';

/**
 * Adds a macro, the person's own or (`team`) the team's.
 * @throws AppError `forbidden`, `already_exists` (the id), `validation_failed` (nothing in it, too many)
 */
export async function createMacro(
  ctx: Ctx,
  input: ParsedInputOf<'macros.create'>,
): Promise<MacroResource> {
  const person = requirePermission(ctx, 'ticket.viewPool');
  const ownerId = input.team ? null : person.id;
  requireMayChange(ctx, { ownerId });
  requireContent(input);
  await lockMacros(ctx);
  const most = ownerId === null ? MACRO_LIMITS.team : MACRO_LIMITS.own;
  if ((await Macro.query(ctx.trx).where({ ownerId }).resultSize()) >= most) {
    throw new AppError('validation_failed', {
      issues: [{ path: '', message: `there are at most ${most} of them` }],
    });
  }
  if ((await Macro.query(ctx.trx).findById(input.id)) !== undefined) {
    throw new AppError('already_exists', { field: 'id' });
  }
  const macro = await Macro.query(ctx.trx).insertAndFetch({
    id: input.id,
    ownerId,
    name: input.name,
    textRu: input.texts.ru,
    textEn: input.texts.en,
    categoryIds: input.categoryIds,
    actions: input.actions,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  await announceMacro(ctx, 'macro.created', macro);
  return presentMacro(macro);
}
