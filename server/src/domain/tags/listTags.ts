import { MOST_TAGS, TAG_COUNT_CAP, type Tag as TagResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import { requirePermission, requirePerson, type Ctx } from '../context';
import { presentTag, Tag } from './tag';

/** The desk's tags by name. @throws AppError `forbidden` for customers */
export async function listTags(ctx: Ctx): Promise<TagResource[]> {
  if (!isStaff(requirePerson(ctx).role)) throw new AppError('forbidden');
  const tags = await Tag.query(ctx.trx).orderByRaw('lower(name)').limit(MOST_TAGS);
  return tags.map(presentTag);
}

/**
 * How many tickets carry each tag, up to a thousand.
 * @throws AppError `forbidden`
 */
export async function countTags(ctx: Ctx): Promise<{ id: string; tickets: number }[]> {
  requirePermission(ctx, 'tag.manage');
  const result = await ctx.trx.raw<{ rows: { id: string; tickets: number }[] }>(
    `select tags.id, used.tickets from tags cross join lateral (
       select count(*)::integer as tickets from (
         select 1 from tickets
         where tickets.tags @> array[tags.name] and deleted_at is null limit ?) carriers) used
     order by lower(tags.name) limit ?`,
    [TAG_COUNT_CAP, MOST_TAGS],
  );
  return result.rows;
}
