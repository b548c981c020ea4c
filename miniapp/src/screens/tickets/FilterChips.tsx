import { TICKET_STATUSES, type TicketStatus } from '@tikethet/shared/tickets';
import { useTranslation } from 'react-i18next';

interface FilterChipsProps {
  value: TicketStatus | null;
  counts: Partial<Record<TicketStatus, number>> | undefined;
  onChange: (next: TicketStatus | null) => void;
}

export function FilterChips({ value, counts, onChange }: FilterChipsProps) {
  const { t } = useTranslation(['miniapp', 'common']);
  const all = counts && TICKET_STATUSES.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  return (
    <div className="chips" role="group" aria-label={t('tickets.filters')}>
      {[null, ...TICKET_STATUSES].map((status) => {
        const count = status === null ? all : counts?.[status];
        return (
          <button
            key={status ?? 'all'}
            type="button"
            className="chip"
            data-testid="filter-chip"
            data-status={status ?? 'ALL'}
            aria-pressed={value === status}
            onClick={(event) => {
              event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'center' });
              onChange(status);
            }}
          >
            {status === null ? t('tickets.all') : t(`common:status.${status}`)}
            {count !== undefined && <span className="chip-count">{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
