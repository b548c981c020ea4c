import type { User } from '@tikethet/shared/contracts';
import { IconChevronDown } from '@tabler/icons-react';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import { Picker } from '../../ui/Picker';
import { Group } from '../settings/Group';
import classes from './PersonPanel.module.css';
import { usePersonWrites } from './usePersonWrites';

/** Whose unassigned tickets a person may take, while their role does not see all. */
export function CategoriesSection({ user, changeable }: { user: User; changeable: boolean }) {
  const { t } = useTranslation();
  const { categories } = useCategories();
  const { setCategories } = usePersonWrites(user);
  const chosen = user.categoryIds;
  const names = categories.filter(({ id }) => chosen.includes(id)).map(({ label }) => label);
  const text =
    chosen.length === 0
      ? t('people.allCategories')
      : names.length > 0 && names.length <= 2
        ? names.join(', ')
        : t('people.categoriesCount', { count: chosen.length });
  return (
    <Group title={t('people.categories')} help={t('people.categoriesHelp')}>
      <div className={classes.chosen}>
        {changeable ? (
          <Picker
            several
            variant="filter"
            label={t('people.categories')}
            valueText={text}
            testId="person-categories"
            options={[
              { value: '', label: t('people.allCategories') },
              ...categories.map(({ id, icon, label }) => ({
                value: id,
                label: `${icon} ${label}`,
              })),
            ]}
            selected={chosen.length === 0 ? [''] : chosen}
            search={{ placeholder: t('people.findCategory'), empty: t('people.noCategory') }}
            onPick={(id) => {
              if (id === '') setCategories([]);
              else if (chosen.includes(id)) setCategories(chosen.filter((one) => one !== id));
              else setCategories([...chosen, id]);
            }}
          >
            {text} <IconChevronDown size={14} aria-hidden="true" />
          </Picker>
        ) : (
          text
        )}
      </div>
    </Group>
  );
}
