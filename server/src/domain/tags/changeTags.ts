import type { Tag as TagResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { refuseOverwrite } from '../refuseOverwrite';
import { addTag, lockTags } from './addTag';
import { emitTag, emitTagGone, findTag, lockTag, presentTag, TagAlias, type Tag } from './tag';

function taken(tag: Tag): AppError {
  return new AppError('already_exists', { field: 'name', id: tag.id, name: tag.name });
}

/** A name that tickets may still carry stands for another tag, or for none, from now on. */
async function leaveName(ctx: Ctx, name: string, tagId: string | null): Promise<void> {
  await TagAlias.query(ctx.trx).delete().whereRaw('lower(name) = lower(?)', [name]);
  await TagAlias.query(ctx.trx).insert({ name, tagId, pending: true });
}

/** @throws AppError `forbidden`, `already_exists`, `validation_failed` when there are too many */
export async function createTag(
  ctx: Ctx,
  input: { name: string; color?: string | null },
): Promise<TagResource> {
  requirePermission(ctx, 'tag.manage');
  await lockTags(ctx);
  const same = await findTag(ctx, input.name);
  if (same !== undefined) throw taken(same);
  const tag = presentTag(await addTag(ctx, input));
  await recordAudit(ctx, {
    action: 'tag.created',
    targetType: 'tag',
    targetId: tag.id,
    after: tag,
  });
  return tag;
}

/**
 * Renames or colours a tag. Tickets get the new name from a job, nothing else of them changes.
 * @throws AppError `forbidden`, `not_found`, `already_exists` (naming the other one), `conflict`
 * with both values
 */
export async function updateTag(
  ctx: Ctx,
  {
    id,
    base,
    ...changes
  }: { id: string; name?: string; color?: string | null; base?: Record<string, unknown> },
): Promise<TagResource> {
  requirePermission(ctx, 'tag.manage');
  await lockTags(ctx);
  const before = await lockTag(ctx, id);
  refuseOverwrite('tag', presentTag(before), changes, base);
  const { name = before.name, color = before.color } = changes;
  if (name === before.name && color === before.color) return presentTag(before);
  const same = await findTag(ctx, name);
  if (same !== undefined && same.id !== id) throw taken(same);
  if (name !== before.name) {
    await TagAlias.query(ctx.trx).delete().whereRaw('lower(name) = lower(?)', [name]);
    await leaveName(ctx, before.name, id);
  }
  const after = await before.patched(ctx.trx, { name, color });
  await recordAudit(ctx, {
    action: 'tag.changed',
    targetType: 'tag',
    targetId: id,
    before: presentTag(before),
    after: presentTag(after),
  });
  await emitTag(ctx, after);
  return presentTag(after);
}

/**
 * Puts another tag in the place of one, everywhere and for good.
 * @throws AppError `forbidden`, `not_found`, `validation_failed`
 */
export async function mergeTag(
  ctx: Ctx,
  { id, intoId }: { id: string; intoId: string },
): Promise<TagResource> {
  requirePermission(ctx, 'tag.manage');
  await lockTags(ctx);
  const from = await lockTag(ctx, id);
  const into = await lockTag(ctx, intoId);
  if (id === intoId) {
    throw new AppError('validation_failed', {
      issues: [{ path: 'intoId', message: 'the same tag' }],
    });
  }
  await TagAlias.query(ctx.trx).patch({ tagId: intoId }).where({ tagId: id });
  await leaveName(ctx, from.name, intoId);
  await from.$query(ctx.trx).delete();
  await recordAudit(ctx, {
    action: 'tag.merged',
    targetType: 'tag',
    targetId: id,
    before: presentTag(from),
    after: presentTag(into),
  });
  await emitTagGone(ctx, id);
  await emitTag(ctx, into);
  return presentTag(into);
}

/** Takes a tag from the desk; a job takes it from its tickets. @throws AppError `forbidden`, `not_found` */
export async function deleteTag(ctx: Ctx, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, 'tag.manage');
  await lockTags(ctx);
  const tag = await lockTag(ctx, id);
  // Names that it had before go with it.
  await TagAlias.query(ctx.trx).patch({ tagId: null, pending: true }).where({ tagId: id });
  await leaveName(ctx, tag.name, null);
  await tag.$query(ctx.trx).delete();
  await recordAudit(ctx, {
    action: 'tag.deleted',
    targetType: 'tag',
    targetId: id,
    before: presentTag(tag),
  });
  await emitTagGone(ctx, id);
}
