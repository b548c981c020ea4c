import type { Ticket } from '@tikethet/shared/contracts';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories, type useTickets } from '../../api/queries';
import { useErrorText } from '../../i18n/errorText';
import { haptic } from '../../init/telegram';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { showToast } from '../../ui/Toast';
import { useSentinel } from '../../ui/useSentinel';
import type { RowAction } from './rowActions';
import { SkeletonRows } from './SkeletonRows';
import { TicketRow } from './TicketRow';
import { useWindow } from './useWindow';

const RowMenu = lazy(() => import('./RowMenu').then((file) => ({ default: file.RowMenu })));

interface TicketListProps {
  tickets: ReturnType<typeof useTickets>;
  scroller: RefObject<HTMLElement | null>;
  selectedId: string | null;
  drafts: Readonly<Record<string, string>>;
  onChoose: (id: string) => void;
  /** Stands where the list would be when it has nothing. */
  empty: ReactNode;
}

export function TicketList(props: TicketListProps) {
  const { tickets, scroller, selectedId, drafts, onChoose, empty } = props;
  const { t } = useTranslation();
  const errorText = useErrorText();
  // Asked for now so that it is here when a new ticket is begun; the rows take theirs from it.
  useCategories();
  const { hasNextPage, isFetching, isFetchNextPageError } = tickets;
  const sentinel = useSentinel(hasNextPage && !isFetching && !isFetchNextPageError, () => {
    void tickets.fetchNextPage();
  });
  const list = useRef<HTMLUListElement>(null);
  const items = useMemo(
    () => tickets.data?.pages.flatMap((page) => page.items) ?? [],
    [tickets.data],
  );
  const view = useWindow(scroller, list, items.length);
  const [open, setOpen] = useState<string | null>(null);
  const [menu, setMenu] = useState<Ticket | null>(null);
  const words = useRef(errorText);
  useEffect(() => {
    words.current = errorText;
  });
  const act = useCallback((action: RowAction, ticket: Ticket): void => {
    setMenu(null);
    const run = async (): Promise<void> => {
      const { runAction } = await import('./runAction');
      await runAction(action, ticket);
    };
    run().then(
      () => haptic('success'),
      (error: unknown) => {
        haptic('error');
        showToast(words.current(error));
      },
    );
  }, []);

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
  if (items.length === 0) return empty;
  return (
    <>
      <ul className="card list" data-testid="ticket-list" aria-busy={isFetching} ref={list}>
        {view.above > 0 && <li aria-hidden="true" style={{ height: view.above }} />}
        {items.slice(view.start, view.end).map((ticket, at) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            selected={ticket.id === selectedId}
            place={view.start + at + 1}
            total={hasNextPage ? -1 : items.length}
            draft={drafts[ticket.id]}
            open={open === ticket.id}
            onOpen={setOpen}
            onChoose={onChoose}
            onMenu={setMenu}
            onAction={act}
          />
        ))}
        {view.below > 0 && <li aria-hidden="true" style={{ height: view.below }} />}
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
      <Suspense fallback={null}>
        {menu && (
          <RowMenu
            ticket={items.find((one) => one.id === menu.id) ?? menu}
            onAction={(action) => act(action, menu)}
            onClose={() => setMenu(null)}
          />
        )}
      </Suspense>
    </>
  );
}
