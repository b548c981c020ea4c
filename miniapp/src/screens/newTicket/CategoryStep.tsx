import { useTranslation } from 'react-i18next';
import { useCategories } from '../../api/queries';
import { CategoryIcon, categoryDescription, categoryName } from '../../ui/CategoryIcon';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Icon } from '../../ui/Icon';
import { SkeletonRows } from '../tickets/SkeletonRows';

interface CategoryStepProps {
  chosenId: string | null;
  onChoose: (id: string) => void;
}

export function CategoryStep({ chosenId, onChoose }: CategoryStepProps) {
  const { t } = useTranslation();
  const categories = useCategories();
  if (categories.isPending) return <SkeletonRows />;
  if (categories.isError) {
    return (
      <ErrorNotice
        title={t('newTicket.categoriesFailed')}
        error={categories.error}
        busy={categories.isFetching}
        onRetry={() => void categories.refetch()}
      />
    );
  }
  return (
    <ul className="card list">
      {categories.data.map((category) => (
        <li key={category.id}>
          <button
            type="button"
            className="row centered"
            data-testid="category-option"
            data-slug={category.slug}
            aria-pressed={category.id === chosenId}
            onClick={() => onChoose(category.id)}
          >
            <CategoryIcon category={category} />
            <span className="row-body">
              <span className="row-title wrap">{categoryName(category)}</span>
              {categoryDescription(category) !== '' && (
                <span className="row-preview">{categoryDescription(category)}</span>
              )}
            </span>
            <span className="row-mark" data-chosen={category.id === chosenId}>
              <Icon name={category.id === chosenId ? 'check' : 'chevron'} size={18} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
