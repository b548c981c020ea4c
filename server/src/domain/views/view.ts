import type { SavedView } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import { BaseModel } from '../../db/model';
import { requirePerson, type Ctx } from '../context';

/** A list that a person keeps under a name, for themselves or for the team. */
export class View extends BaseModel {
  static override tableName = 'saved_views';
  static override jsonAttributes = ['filters'];

  declare id: string;
  declare ownerId: string;
  declare name: string;
  /** A query of `GET /tickets`. */
  declare filters: Record<string, string>;
  declare shared: boolean;
  declare createdAt: Date;
  declare updatedAt: Date;
}

export function presentView({ createdAt: _, updatedAt, ...view }: View): SavedView {
  const { id, ownerId, name, filters, shared } = view;
  return { id, ownerId, name, filters, shared, updatedAt: updatedAt.toISOString() };
}

/** Own ones and those of the team. */
export function visibleViews(ctx: Ctx) {
  const { id } = requirePerson(ctx);
  return View.query(ctx.trx).where((either) => either.where('ownerId', id).orWhere('shared', true));
}

/** @throws AppError `forbidden` for a view of the team that is another's */
export function requireChangeable(ctx: Ctx, view: View): void {
  const person = requirePerson(ctx);
  if (view.ownerId !== person.id && !can(person, 'view.share')) {
    throw new AppError('forbidden', { permission: 'view.share' });
  }
}
