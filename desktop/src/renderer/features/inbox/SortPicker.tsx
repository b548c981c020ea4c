import { IconArrowsSort } from '@tabler/icons-react';
import { TICKET_SORTS, type TicketSort } from '@tikethet/shared/tickets';
import { useTranslation } from '../../app/texts';
import { Picker } from '../../ui/Picker';

const NAMES = {
  updated: 'filters.sortUpdated',
  created: 'filters.sortCreated',
  priority: 'filters.sortPriority',
  due: 'filters.sortDue',
  waiting: 'filters.sortWaiting',
} as const satisfies Record<TicketSort, string>;

/** The order of the list. */
export function SortPicker({
  sort,
  onSort,
}: {
  sort: TicketSort;
  onSort: (sort: TicketSort) => void;
}) {
  const { t } = useTranslation();
  return (
    <Picker
      variant="quiet"
      label={t('filters.sort')}
      valueText={t(NAMES[sort])}
      options={TICKET_SORTS.map((value) => ({ value, label: t(NAMES[value]) }))}
      selected={[sort]}
      onPick={(value) => onSort(value as TicketSort)}
      testId="filter-sort"
    >
      <IconArrowsSort size={14} aria-hidden="true" />
      <span>{t(NAMES[sort])}</span>
    </Picker>
  );
}
