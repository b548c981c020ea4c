import type { Ctx } from '../context';
import { addTag, lockTags } from './addTag';
import { findTag, Tag, TagAlias } from './tag';

async function known(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  const keys = names.map((name) => name.toLowerCase());
  const spelt = new Map<string, string>();
  const aliases = await TagAlias.query(ctx.trx)
    .whereRaw('lower(name) = any(?)', [keys])
    .whereNotNull('tagId');
  const ids = aliases.flatMap(({ tagId }) => tagId ?? []);
  // Shared locks: a name cannot become another one while a ticket is getting it.
  const meant = await Tag.query(ctx.trx).findByIds(ids).forShare();
  for (const { name, tagId } of aliases) {
    const tag = meant.find(({ id }) => id === tagId);
    if (tag) spelt.set(name.toLowerCase(), tag.name);
  }
  // A tag's own name counts before one that somebody else had.
  const own = await Tag.query(ctx.trx).whereRaw('lower(name) = any(?)', [keys]).forShare();
  for (const { name } of own) spelt.set(name.toLowerCase(), name);
  return spelt;
}

/**
 * Names as the desk's tags are spelt now: a console that was away may know one by its former name.
 * New names become tags.
 * @throws AppError `validation_failed` when the desk has too many
 */
export async function spellTags(ctx: Ctx, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  let spelt = await known(ctx, names);
  if (names.some((name) => !spelt.has(name.toLowerCase()))) {
    await lockTags(ctx);
    // Somebody may have added it while this one waited.
    spelt = await known(ctx, names);
    for (const name of names) {
      const key = name.toLowerCase();
      if (!spelt.has(key)) {
        spelt.set(key, ((await findTag(ctx, name)) ?? (await addTag(ctx, { name }))).name);
      }
    }
  }
  return [...new Set(names.map((name) => spelt.get(name.toLowerCase()) ?? name))];
}
