import type { Macro as MacroResource, ParsedInputOf } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { requirePermission, type Ctx } from '../context';
import { refuseOverwrite } from '../refuseOverwrite';
import { announceMacro } from './emitMacro';
import { findMacro, presentMacro, requireContent, requireMayChange } from './macro';

/**
 * Changes a macro; whose it is stays.
 * @throws AppError `not_found`, `forbidden`, `validation_failed`, `conflict` with both
 * values
 */
export async function updateMacro(
  ctx: Ctx,
  input: ParsedInputOf<'macros.update'>,
): Promise<MacroResource> {
  requirePermission(ctx, 'ticket.viewPool');
  const macro = await findMacro(ctx, input.id);
  if (macro === null) throw new AppError('not_found', { resource: 'macro' });
  requireMayChange(ctx, macro);
  const before = presentMacro(macro);
  const { id: _id, base, ...changes } = input;
  refuseOverwrite('macro', before, changes, base);
  const after = {
    name: input.name ?? before.name,
    texts: input.texts ?? before.texts,
    categoryIds: input.categoryIds ?? before.categoryIds,
    actions: input.actions ?? before.actions,
  };
  requireContent(after);
  const { name, texts, categoryIds, actions } = before;
  if (JSON.stringify(after) === JSON.stringify({ name, texts, categoryIds, actions })) {
    return before;
  }
  const changed = await macro.patched(ctx.trx, {
    name: after.name,
    textRu: after.texts.ru,
    textEn: after.texts.en,
    categoryIds: after.categoryIds,
    actions: after.actions,
    version: macro.version + 1,
    updatedAt: ctx.now,
  });
  await announceMacro(ctx, 'macro.changed', changed, before);
  return presentMacro(changed);
}
