import { useTranslation } from 'react-i18next';
import { useCategories } from '../../api/queries';
import type { TicketFilter } from '../../api/ticketFilter';
import { currentLanguage } from '../../i18n/setup';
import { categoryName } from '../../ui/CategoryIcon';
import { Icon } from '../../ui/Icon';

interface ActiveFiltersProps {
  value: TicketFilter;
  onChange: (part: Partial<TicketFilter>) => void;
}

function date(day: string): string {
  // Noon: the day is the person's own, whatever their zone.
  const at = new Date(`${day}T12:00:00`);
  return at.toLocaleDateString(currentLanguage(), { day: 'numeric', month: 'short' });
}

/** The filters in use, each with a cross. */
export function ActiveFilters({ value, onChange }: ActiveFiltersProps) {
  const { t } = useTranslation(['miniapp', 'common', 'ticket']);
  const { data: categories = [] } = useCategories();
  const { categoryIds, priorities, from, to } = value;
  const span =
    from !== null && to !== null
      ? `${date(from)} – ${date(to)}`
      : from !== null
        ? t('ticket:filters.since', { date: date(from) })
        : to !== null && t('ticket:filters.until', { date: date(to) });
  const chips = [
    ...categories
      .filter((one) => categoryIds.includes(one.id))
      .map((one) => ({
        key: one.id,
        name: categoryName(one),
        drop: () => onChange({ categoryIds: categoryIds.filter((id) => id !== one.id) }),
      })),
    ...priorities.map((one) => ({
      key: one,
      name: t(`common:priority.${one}`),
      drop: () => onChange({ priorities: priorities.filter((other) => other !== one) }),
    })),
    ...(span ? [{ key: 'date', name: span, drop: () => onChange({ from: null, to: null }) }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={t('ticket:filters.active')}>
      {chips.map(({ key, name, drop }) => (
        <button
          key={key}
          type="button"
          className="chip"
          data-testid="active-filter"
          aria-label={t('ticket:filters.remove', { name })}
          onClick={drop}
        >
          {name}
          <Icon name="close" size={14} />
        </button>
      ))}
      <button
        type="button"
        className="text-button"
        data-testid="filters-clear"
        onClick={() => onChange({ categoryIds: [], priorities: [], from: null, to: null })}
      >
        {t('ticket:filters.reset')}
      </button>
    </div>
  );
}
