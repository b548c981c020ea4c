import { AppError } from '@tikethet/shared/errors';
import type { Tag as TagResource } from '@tikethet/shared/contracts';
import type { Audience } from '../../feed/audience';
import { BaseModel } from '../../db/model';
import { emit, type Ctx } from '../context';

/** A name that tickets carry, and how it looks. Tickets keep the name itself. */
export class Tag extends BaseModel {
  static override tableName = 'tags';

  declare id: string;
  declare name: string;
  declare color: string | null;
}

/** What became of a name that is no tag any more; `tagId` null: it was taken from the desk. */
export class TagAlias extends BaseModel {
  static override tableName = 'tag_aliases';
  static override idColumn = 'name';

  declare name: string;
  declare tagId: string | null;
  /** Some tickets still carry it. */
  declare pending: boolean;
}

/** Customers know no tags. */
export const TEAM: Audience = { staff: ['team'], customer: [], hidden: [] };

export function presentTag({ id, name, color }: Tag): TagResource {
  return { id, name, color };
}

/** @throws AppError `not_found` */
export async function lockTag(ctx: Ctx, id: string): Promise<Tag> {
  const tag = await Tag.query(ctx.trx).findById(id).forUpdate();
  if (tag === undefined) throw new AppError('not_found', { resource: 'tag' });
  return tag;
}

/** The tag of this name, whatever its case. */
export async function findTag(ctx: Ctx, name: string): Promise<Tag | undefined> {
  return Tag.query(ctx.trx).findOne({}).whereRaw('lower(name) = lower(?)', [name]);
}

/** Tells the team what a tag is now. */
export async function emitTag(ctx: Ctx, tag: Tag): Promise<void> {
  await emit(ctx, {
    type: 'tag.changed',
    ticketId: null,
    audience: TEAM,
    data: presentTag(tag),
    customerData: null,
  });
}

/** Tells the team that a tag is gone. */
export async function emitTagGone(ctx: Ctx, id: string): Promise<void> {
  await emit(ctx, {
    type: 'tag.deleted',
    ticketId: null,
    audience: TEAM,
    data: { id },
    customerData: null,
  });
}
