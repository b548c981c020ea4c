import { IconArrowsSort } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Picker } from '../../ui/Picker';
import { SORTS, type Sort } from './filters';

const NAMES = {
  updated: 'filters.sortUpdated',
  created: 'filters.sortCreated',
  priority: 'filters.sortPriority',
} as const satisfies Record<Sort, string>;

/** The order of the list. */
export function SortPicker({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useTranslation();
  return (
    <Picker
      variant="quiet"
      label={t('filters.sort')}
      valueText={t(NAMES[sort])}
      options={SORTS.map((value) => ({ value, label: t(NAMES[value]) }))}
      selected={[sort]}
      onPick={(value) => onSort(value as Sort)}
      testId="filter-sort"
    >
      <IconArrowsSort size={14} aria-hidden="true" />
      <span>{t(NAMES[sort])}</span>
    </Picker>
  );
}
