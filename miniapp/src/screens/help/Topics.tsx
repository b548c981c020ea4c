import type { OutputOf } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../../api/queries';
import { push } from '../../app/navigation';
import { haptic } from '../../init/telegram';
import { CategoryIcon, categoryName } from '../../ui/CategoryIcon';
import { Icon } from '../../ui/Icon';

/** The categories that have articles. */
export function Topics({ topics }: { topics: OutputOf<'faq.overview'>['categories'] }) {
  const { t } = useTranslation('help');
  const categories = useCategories();
  return (
    <ul className="card list">
      {topics.map(({ categoryId, articles }) => {
        const category = categories.data?.find((one) => one.id === categoryId);
        return (
          <li key={categoryId ?? 'none'}>
            <button
              type="button"
              className="row centered"
              data-testid="faq-topic"
              onClick={() => {
                haptic('select');
                push({ name: 'faqCategory', categoryId: categoryId ?? 'none' });
              }}
            >
              <CategoryIcon category={category} />
              <span className="row-body">
                <span className="row-title wrap">
                  {category ? categoryName(category) : t('general')}
                </span>
                <span className="row-preview">{t('articles', { count: articles })}</span>
              </span>
              <span className="row-mark">
                <Icon name="chevron" size={18} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
