import { useQueryClient } from '@tanstack/react-query';
import type { Category } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

interface Categories {
  items: Category[];
}

/** The list with the named ones in their new order, numbered as the desk will. */
export function reordered(items: readonly Category[], ids: readonly string[]): Category[] {
  const named = ids.flatMap((id) => items.find((one) => one.id === id) ?? []);
  const others = items.filter(({ id }) => !ids.includes(id));
  return [...named, ...others].map((one, index) => ({ ...one, sortOrder: (index + 1) * 10 }));
}

/** Moves a category up (−1) or down (+1) among those in use, at once on the screen. */
export function useReorderCategories() {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  return (active: readonly Category[], at: number, by: -1 | 1): void => {
    const ids = active.map(({ id }) => id);
    const [id] = ids.splice(at, 1);
    if (id === undefined) return;
    ids.splice(at + by, 0, id);
    writer.write({
      route: 'PUT /category-order',
      lane: 'setup',
      input: () => ({ ids }),
      show: () =>
        client.setQueryData<Categories>(
          keys.categories,
          (data) => data && { items: reordered(data.items, ids) },
        ),
      settle: ({ items }) => client.setQueryData<Categories>(keys.categories, { items }),
      revert: () => void client.invalidateQueries({ queryKey: keys.categories }),
      failed: (error, repeat) => toasts.failed(t('categories.order'), error, repeat),
    });
  };
}
