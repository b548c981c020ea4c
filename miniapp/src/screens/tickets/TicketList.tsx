import { useTranslation } from 'react-i18next';
import { useCategories, type useTickets } from '../../api/queries';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { useSentinel } from '../../ui/useSentinel';
import { SkeletonRows } from './SkeletonRows';
import { TicketRow } from './TicketRow';

interface TicketListProps {
  tickets: ReturnType<typeof useTickets>;
  selectedId: string | null;
  filtered: 'search' | 'status' | null;
  onChoose: (id: string) => void;
  onShowAll: () => void;
}

export function TicketList({
  tickets,
  selectedId,
  filtered,
  onChoose,
  onShowAll,
}: TicketListProps) {
  const { t } = useTranslation();
  // Asked for now so that it is here when a new ticket is begun; the rows take theirs from it.
  useCategories();
  const { hasNextPage, isFetching, isFetchNextPageError } = tickets;
  const sentinel = useSentinel(hasNextPage && !isFetching && !isFetchNextPageError, () => {
    void tickets.fetchNextPage();
  });
  const items = tickets.data?.pages.flatMap((page) => page.items) ?? [];

  if (tickets.isPending) return <SkeletonRows />;
  if (items.length === 0 && tickets.isError) {
    return (
      <ErrorNotice
        title={t('tickets.errorTitle')}
        error={tickets.error}
        busy={isFetching}
        onRetry={() => void tickets.refetch()}
      />
    );
  }
  if (items.length === 0) {
    const kind =
      filtered === 'search' ? 'emptySearch' : filtered === 'status' ? 'emptyFilter' : 'empty';
    const emoji = { emptySearch: '🔍', emptyFilter: '🗂', empty: '👋' }[kind];
    return (
      <Notice
        emoji={emoji}
        title={t(`tickets.${kind}Title`)}
        text={t(`tickets.${kind}Text`)}
        role="status"
      >
        {filtered !== null && (
          <button type="button" className="button quiet" onClick={onShowAll}>
            {t('tickets.showAll')}
          </button>
        )}
      </Notice>
    );
  }
  return (
    <>
      <ul className="card list" data-testid="ticket-list" aria-busy={isFetching}>
        {items.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            selected={ticket.id === selectedId}
            onChoose={onChoose}
          />
        ))}
      </ul>
      <div ref={sentinel} />
      {isFetchNextPageError ? (
        <ErrorNotice
          title={t('tickets.errorTitle')}
          error={tickets.error}
          onRetry={() => void tickets.fetchNextPage()}
        />
      ) : hasNextPage ? (
        <SkeletonRows count={2} />
      ) : (
        <p className="list-end">{t('tickets.count', { count: items.length })}</p>
      )}
    </>
  );
}
