import type { TicketStatus } from '@tikethet/shared/tickets';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { push, open } from '../../app/navigation';
import { useCounts, useTickets } from '../../api/queries';
import { usePrimaryAction } from '../../init/actions';
import { haptic } from '../../init/telegram';
import { TopBar } from '../../ui/TopBar';
import { usePullToRefresh } from '../../ui/usePullToRefresh';
import { FilterChips } from './FilterChips';
import { LanguageButton } from './LanguageButton';
import { SearchField } from './SearchField';
import { TicketList } from './TicketList';

/** Milliseconds without a key before the search is sent. */
const SEARCH_PAUSE = 250;

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), value === '' ? 0 : SEARCH_PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return useDeferredValue(paused);
}

interface TicketsScreenProps {
  /** The screen in front: it owns Telegram's main button. */
  active: boolean;
  selectedId: string | null;
  /** Beside the list there is room for a ticket. */
  wide: boolean;
}

/** The person's tickets: filters, search, endless list, pull to refresh. */
export function TicketsScreen({ active, selectedId, wide }: TicketsScreenProps) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<TicketStatus | null>(null);
  const [typed, setTyped] = useState('');
  const search = usePaused(typed.trim());
  const tickets = useTickets({ status, search });
  const counts = useCounts();
  const scroller = useRef<HTMLDivElement>(null);

  const [refreshing, setRefreshing] = useState(false);

  const refresh = async (): Promise<void> => {
    setRefreshing(true);
    await Promise.all([tickets.refetch(), counts.refetch()]);
    setRefreshing(false);
  };
  const { pull, armed } = usePullToRefresh(scroller, () => void refresh());
  usePrimaryAction(
    active
      ? {
          text: t('tickets.new'),
          testId: 'new-ticket',
          onPress: () => push({ name: 'new', step: 1 }),
        }
      : null,
  );
  const choose = (id: string): void => {
    haptic('select');
    if (wide) open({ name: 'ticket', id });
    else push({ name: 'ticket', id });
  };
  const pulledText = armed ? t('tickets.release') : t('tickets.pull');

  return (
    <div className="screen">
      <TopBar title={t('tickets.title')} action={<LanguageButton />} />
      <div className="scroller" ref={scroller}>
        <div className="pull" style={{ height: refreshing ? 40 : pull }} role="status">
          {refreshing ? t('tickets.refreshing') : pull > 24 && pulledText}
        </div>
        <SearchField value={typed} onChange={setTyped} />
        <FilterChips
          value={status}
          counts={counts.data?.byStatus}
          onChange={(next) => {
            haptic('select');
            setStatus(next);
          }}
        />
        <TicketList
          tickets={tickets}
          selectedId={selectedId}
          filtered={search !== '' ? 'search' : status !== null ? 'status' : null}
          onChoose={choose}
          onShowAll={() => {
            setTyped('');
            setStatus(null);
          }}
        />
      </div>
    </div>
  );
}
