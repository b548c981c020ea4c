import { macroActions, type Macro as MacroResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import { BaseModel } from '../../db/model';
import { requirePerson, type Ctx } from '../context';

/** A prepared answer, of one person or (without an owner) of the team. */
export class Macro extends BaseModel {
  static override tableName = 'macros';
  static override jsonAttributes = ['actions'];

  declare id: string;
  declare ownerId: string | null;
  declare name: string;
  declare textRu: string | null;
  declare textEn: string | null;
  declare categoryIds: string[];
  /** As a version of the desk wrote it; parsed when presented. */
  declare actions: unknown;
  declare version: number;
  declare createdAt: Date;
  declare updatedAt: Date;
}

/** Key of the transaction-level advisory lock: ASCII `mcrs`. */
const LOCK = 0x6d637273;

/** Changes of macros are rare and queue up: bounds count them all. */
export async function lockMacros(ctx: Ctx): Promise<void> {
  await ctx.trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
}

export function presentMacro(macro: Macro): MacroResource {
  const { id, ownerId, name, textRu, textEn, categoryIds, version, updatedAt } = macro;
  return {
    id,
    ownerId,
    name,
    texts: { ru: textRu, en: textEn },
    categoryIds,
    actions: macroActions.parse(macro.actions),
    version,
    updatedAt: updatedAt.toISOString(),
  };
}

/** Null: gone, or somebody else's own, which is the same to the person. */
export async function findMacro(ctx: Ctx, id: string): Promise<Macro | null> {
  const person = requirePerson(ctx);
  const macro = await Macro.query(ctx.trx).findById(id).forNoKeyUpdate();
  if (macro === undefined) return null;
  return macro.ownerId === null || macro.ownerId === person.id ? macro : null;
}

/** @throws AppError `forbidden` when it is the team's and the person may not change those */
export function requireMayChange(ctx: Ctx, { ownerId }: Pick<Macro, 'ownerId'>): void {
  const person = requirePerson(ctx);
  if (ownerId === null && !can(person, 'macro.manage')) {
    throw new AppError('forbidden', { permission: 'macro.manage' });
  }
}

/** @throws AppError `validation_failed` for a macro that neither says nor does anything */
export function requireContent(macro: Pick<MacroResource, 'texts' | 'actions'>): void {
  const { texts, actions } = macro;
  const says = texts.ru !== null || texts.en !== null;
  const does =
    actions.status !== null ||
    actions.priority !== null ||
    actions.assign !== null ||
    actions.addTags.length > 0;
  if (says || does) return;
  throw new AppError('validation_failed', {
    issues: [{ path: 'texts', message: 'a macro needs a text or something to do' }],
  });
}
