import type { Ctx } from '../context';
import { Category } from './category';
import { insertCategory } from './createCategory';
import { lockCategories } from './lockCategories';
import { PRESETS, type PresetName } from './presets';

/**
 * Adds what a preset has and the desk has not (by slug or name); whatever is there stays.
 * @returns the categories that were added
 */
export async function installPreset(ctx: Ctx, name: PresetName): Promise<Category[]> {
  await lockCategories(ctx);
  const known = await Category.query(ctx.trx).select('slug', 'name');
  const slugs = new Set(known.map((category) => category.slug));
  const names = new Set(known.map((category) => category.name.toLowerCase()));
  const added: Category[] = [];
  for (const [index, preset] of PRESETS[name].entries()) {
    if (slugs.has(preset.slug) || names.has(preset.name.toLowerCase())) continue;
    added.push(await insertCategory(ctx, { ...preset, sortOrder: (index + 1) * 10 }));
  }
  return added;
}
