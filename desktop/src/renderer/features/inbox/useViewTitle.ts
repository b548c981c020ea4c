import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import type { Inbox } from './useInbox';

/** What the list that is shown is called. */
export function useViewTitle({ view, chosen, saved, isLoading }: Inbox): string {
  const { t } = useTranslation();
  const { categories } = useCategories();
  if (chosen.search !== '' && saved === null) return t('views.search');
  switch (view.kind) {
    case 'category':
      return categories.find(({ id }) => id === view.categoryId)?.label ?? t('filters.category');
    case 'tag':
      return t('views.tag', { tag: view.tag });
    case 'saved':
      return saved?.name ?? (isLoading ? '' : t('views.gone'));
    default:
      return t(`views.${view.kind}`);
  }
}
