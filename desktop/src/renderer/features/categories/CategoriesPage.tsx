import { Button } from '@mantine/core';
import type { Category } from '@tikethet/shared/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import { AdminPage } from '../adminUi/AdminPage';
import { Loaded } from '../adminUi/Loaded';
import rows from '../adminUi/Rows.module.css';
import { CategoryDialog } from './CategoryDialog';
import { CategoryRow } from './CategoryRow';
import { useReorderCategories } from './useReorderCategories';

/** What tickets are about: the list that customers choose from. */
export function CategoriesPage() {
  const { t } = useTranslation();
  const { categories, ...query } = useCategories();
  const [edited, setEdited] = useState<Category | 'new' | null>(null);
  const move = useReorderCategories();
  const active = categories.filter(({ isActive }) => isActive);
  const archived = categories.filter(({ isActive }) => !isActive);

  return (
    <AdminPage
      title={t('admin.pages.categories')}
      help={t('categories.help')}
      testId="categories-page"
      actions={
        <Button
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          data-testid="category-new"
          onClick={() => setEdited('new')}
        >
          {t('categories.new')}
        </Button>
      }
    >
      <Loaded query={query}>
        {() => (
          <>
            <ul className={rows.rows}>
              {active.map((category, index) => (
                <CategoryRow
                  key={category.id}
                  category={category}
                  first={index === 0}
                  last={index === active.length - 1}
                  onMove={(by) => move(active, index, by)}
                  onEdit={() => setEdited(category)}
                />
              ))}
            </ul>
            {archived.length > 0 && (
              <>
                <h2 className={rows.heading}>{t('categories.archived')}</h2>
                <ul className={rows.rows} data-testid="archived-categories">
                  {archived.map((category) => (
                    <CategoryRow
                      key={category.id}
                      category={category}
                      onEdit={() => setEdited(category)}
                    />
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Loaded>
      {edited !== null && (
        <CategoryDialog
          category={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </AdminPage>
  );
}
