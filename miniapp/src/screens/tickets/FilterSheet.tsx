import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../../api/queries';
import { NO_FILTER, type TicketFilter } from '../../api/ticketFilter';
import { dayOf } from '../../i18n/format';
import { haptic } from '../../init/telegram';
import { categoryName } from '../../ui/CategoryIcon';
import { Sheet } from '../../ui/Sheet';
import '../../ui/styles/sheets.css';

/** Days back from today, today included. */
const SPANS = [1, 7, 30] as const;

function daysAgo(days: number): string {
  const now = new Date();
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

function Choice({
  chosen,
  onToggle,
  children,
}: {
  chosen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={chosen}
      data-testid="filter-choice"
      onClick={() => {
        haptic('select');
        onToggle();
      }}
    >
      {children}
    </button>
  );
}

interface FilterSheetProps {
  value: TicketFilter;
  onApply: (next: TicketFilter) => void;
  onClose: () => void;
}

/** Category, priority and day of creation; taken over with one button. */
export function FilterSheet({ value, onApply, onClose }: FilterSheetProps) {
  const { t } = useTranslation(['miniapp', 'common', 'ticket']);
  const { data: categories = [] } = useCategories();
  const [draft, setDraft] = useState(value);
  const change = (part: Partial<TicketFilter>): void => setDraft({ ...draft, ...part });
  const [spans] = useState(() => SPANS.map((days) => ({ days, from: daysAgo(days - 1) })));
  const today = spans[0]?.from;

  return (
    <Sheet label={t('ticket:filters.title')} onClose={onClose}>
      <h2 className="sheet-title">{t('ticket:filters.title')}</h2>
      <fieldset className="choices">
        <legend>{t('ticket:filters.category')}</legend>
        {categories.map((one) => (
          <Choice
            key={one.id}
            chosen={draft.categoryIds.includes(one.id)}
            onToggle={() => change({ categoryIds: toggled(draft.categoryIds, one.id) })}
          >
            {one.icon} {categoryName(one)}
          </Choice>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('ticket:filters.priority')}</legend>
        {TICKET_PRIORITIES.map((one) => (
          <Choice
            key={one}
            chosen={draft.priorities.includes(one)}
            onToggle={() => change({ priorities: toggled(draft.priorities, one) })}
          >
            {t(`common:priority.${one}`)}
          </Choice>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('ticket:filters.date')}</legend>
        {spans.map(({ days, from }) => {
          const chosen = draft.from === from && draft.to === null;
          return (
            <Choice
              key={days}
              chosen={chosen}
              onToggle={() => change({ from: chosen ? null : from, to: null })}
            >
              {days === 1 ? t('common:time.today') : t('ticket:filters.days', { count: days })}
            </Choice>
          );
        })}
        <div className="date-fields">
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              <span>{t(`ticket:filters.${end}`)}</span>
              <input
                type="date"
                className="field"
                data-testid={`filter-${end}`}
                max={today}
                value={draft[end] ?? ''}
                onChange={(event) => change({ [end]: event.target.value || null })}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="button"
        data-testid="filters-apply"
        onClick={() => onApply(draft)}
      >
        {t('ticket:filters.apply')}
      </button>
      <button
        type="button"
        className="button quiet"
        data-testid="filters-reset"
        onClick={() => setDraft({ ...NO_FILTER, status: draft.status, search: draft.search })}
      >
        {t('ticket:filters.reset')}
      </button>
    </Sheet>
  );
}
