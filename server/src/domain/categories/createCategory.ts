import { AppError } from '@tikethet/shared/errors';
import { newId } from '../../db/ids';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { Category, presentCategory } from './category';
import { emitCategory } from './emitCategory';
import { MOST_CATEGORIES } from './listCategories';
import { lockCategories, requireFreeName } from './lockCategories';
import { slugOf } from './slug';

export interface NewCategory {
  name: string;
  nameEn?: string | null;
  description?: string;
  descriptionEn?: string | null;
  /** One emoji. */
  icon?: string;
  /** #RRGGBB. */
  color?: string;
  sortOrder?: number;
  /** Made from the name when absent. */
  slug?: string;
}

/**
 * Adds a category, at the end of the list unless said otherwise.
 * @throws AppError `forbidden`, `already_exists`, `validation_failed` when the list is full
 */
export async function createCategory(ctx: Ctx, input: NewCategory): Promise<Category> {
  requirePermission(ctx, 'category.manage');
  await lockCategories(ctx);
  await requireFreeName(ctx, input.name);
  const all = await Category.query(ctx.trx).select('slug', 'sortOrder');
  if (all.length >= MOST_CATEGORIES) {
    throw new AppError('validation_failed', {
      issues: [{ path: '', message: `a desk has at most ${MOST_CATEGORIES} categories` }],
    });
  }
  const category = await insertCategory(ctx, {
    ...input,
    slug: freeSlug(new Set(all.map(({ slug }) => slug.toLowerCase())), input),
    sortOrder: input.sortOrder ?? Math.max(0, ...all.map(({ sortOrder }) => sortOrder)) + 10,
  });
  await recordAudit(ctx, {
    action: 'category.created',
    targetType: 'category',
    targetId: category.id,
    after: presentCategory(category),
  });
  return category;
}

/** Writes and announces a category whose name and slug are free. */
export async function insertCategory(
  ctx: Ctx,
  input: NewCategory & { slug: string; sortOrder: number },
): Promise<Category> {
  const category = await Category.query(ctx.trx).insertAndFetch({
    id: newId(),
    slug: input.slug,
    name: input.name,
    nameEn: input.nameEn ?? null,
    description: input.description ?? '',
    descriptionEn: input.descriptionEn ?? null,
    icon: input.icon ?? '📁',
    color: input.color ?? '#8E8E93',
    sortOrder: input.sortOrder,
    isActive: true,
    createdAt: ctx.now,
  });
  await emitCategory(ctx, category);
  return category;
}

function freeSlug(taken: ReadonlySet<string>, { slug, name }: NewCategory): string {
  if (slug !== undefined) {
    // Links are typed by people: two that differ in case only would be taken for one.
    if (taken.has(slug.toLowerCase()))
      throw new AppError('already_exists', { field: 'slug', slug });
    return slug;
  }
  const base = slugOf(name);
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}
