import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../app/queryClient';
import { push, open } from '../../app/navigation';
import { keys, useCounts, useTickets, type Pages } from '../../api/queries';
import { countFilters, NO_FILTER, type TicketFilter } from '../../api/ticketFilter';
import { loadTexts } from '../../i18n/setup';
import { usePrimaryAction } from '../../init/actions';
import { haptic } from '../../init/telegram';
import { readDrafts } from '../../state/drafts';
import { outbox } from '../../state/outbox';
import { useStore } from '../../state/store';
import { Icon } from '../../ui/Icon';
import { TopBar } from '../../ui/TopBar';
import { usePullToRefresh } from '../../ui/usePullToRefresh';
import { EmptyList } from './EmptyList';
import { FilterChips } from './FilterChips';
import { LanguageButton } from './LanguageButton';
import { SearchField } from './SearchField';
import { TicketList } from './TicketList';

const ActiveFilters = lazy(async () => {
  const [file] = await Promise.all([import('./ActiveFilters'), loadTexts('ticket')]);
  return { default: file.ActiveFilters };
});
const FilterSheet = lazy(async () => {
  const [file] = await Promise.all([import('./FilterSheet'), loadTexts('ticket')]);
  return { default: file.FilterSheet };
});

const QueuedTickets = lazy(() =>
  import('./QueuedTickets').then((file) => ({ default: file.QueuedTickets })),
);

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
  const [filter, setFilter] = useState<TicketFilter>(NO_FILTER);
  const [typed, setTyped] = useState('');
  const [choosing, setChoosing] = useState(false);
  const search = usePaused(typed.trim());
  const wanted = { ...filter, search };
  const tickets = useTickets(wanted);
  const counts = useCounts();
  const scroller = useRef<HTMLDivElement>(null);
  const [refreshing, setRefreshing] = useState(false);
  const inUse = countFilters(filter);
  const queued = useStore(outbox).some((one) => one.newTicket !== undefined);
  const change = (part: Partial<TicketFilter>): void => {
    haptic('select');
    setFilter({ ...filter, ...part });
  };

  const refresh = async (): Promise<void> => {
    setRefreshing(true);
    // A long list begins anew instead of being asked for page by page.
    queryClient.setQueryData<Pages<unknown>>(
      keys.list(wanted),
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    );
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
  const choose = useCallback(
    (id: string): void => {
      haptic('select');
      if (wide) open({ name: 'ticket', id });
      else push({ name: 'ticket', id });
    },
    [wide],
  );
  const pulledText = armed ? t('tickets.release') : t('tickets.pull');

  return (
    <div className="screen">
      <TopBar title={t('tickets.title')} action={<LanguageButton />} />
      <div className="scroller" ref={scroller}>
        <div className="pull" style={{ height: refreshing ? 40 : pull }} role="status">
          {refreshing ? t('tickets.refreshing') : pull > 24 && pulledText}
        </div>
        <div className="search-line">
          <SearchField value={typed} onChange={setTyped} />
          <button
            type="button"
            className="icon-button filter-button"
            data-testid="filters-open"
            data-active={inUse > 0}
            aria-label={inUse > 0 ? t('tickets.filterWith', { count: inUse }) : t('tickets.filter')}
            onClick={() => setChoosing(true)}
          >
            <Icon name="filter" />
            {inUse > 0 && <span className="filter-count">{inUse}</span>}
          </button>
        </div>
        <FilterChips
          value={filter.status}
          counts={counts.data?.byStatus}
          onChange={(status) => change({ status })}
        />
        <Suspense fallback={null}>
          {inUse > 0 && <ActiveFilters value={filter} onChange={change} />}
          {queued && <QueuedTickets />}
        </Suspense>
        <TicketList
          tickets={tickets}
          scroller={scroller}
          selectedId={selectedId}
          // Read again whenever the list comes to the front.
          drafts={readDrafts()}
          onChoose={choose}
          empty={
            <EmptyList
              because={
                search !== '' ? 'search' : inUse > 0 || filter.status !== null ? 'filter' : null
              }
              onShowAll={() => {
                setTyped('');
                setFilter(NO_FILTER);
              }}
            />
          }
        />
      </div>
      <Suspense fallback={null}>
        {choosing && (
          <FilterSheet
            value={filter}
            onApply={(next) => {
              setFilter(next);
              setChoosing(false);
            }}
            onClose={() => setChoosing(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
