import { Button } from '@mantine/core';
import { useCallback, useMemo, type Ref } from 'react';
import type { useTicketList } from '../../app/queries/ticketList';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { ErrorState } from '../../ui/ErrorState';
import { ResizeHandle } from '../../ui/ResizeHandle';
import { PANE_LIMITS, usePanes } from '../../ui/usePanes';
import { useToasts } from '../../ui/useToasts';
import { BulkBar } from './BulkBar';
import { EmptyList } from './EmptyList';
import { FilterBar } from './FilterBar';
import { NO_FILTERS } from './filters';
import classes from './ListPane.module.css';
import { ListSkeleton } from './ListSkeleton';
import { SearchField } from './SearchField';
import { SortPicker } from './SortPicker';
import { TicketList, type TicketListHandle } from './TicketList';
import { useGather } from './useGather';
import type { Inbox } from './useInbox';
import { MOST_SELECTED, type Selection } from './useSelection';
import { useViewTitle } from './useViewTitle';
import { ViewSaver } from './ViewSaver';

interface Props {
  inbox: Inbox;
  list: ReturnType<typeof useTicketList>;
  selection: Selection;
  onFocus: (id: string) => void;
  onOpen: (id: string) => boolean;
  searchRef: Ref<HTMLInputElement>;
  handle: Ref<TicketListHandle>;
}

/** Search, filters, the tickets they let through, and what can be done to those selected. */
export function ListPane(props: Props) {
  const { inbox, list, selection, searchRef, handle } = props;
  const { t } = useTranslation();
  const { panes, setPanes } = usePanes();
  const toasts = useToasts();
  const { view, chosen, choose, filters } = inbox;
  const { isFetchNextPageError, isFetchingNextPage, fetchNextPage, tickets } = list;
  const search = useCallback((text: string) => choose({ search: text }), [choose]);
  const title = useViewTitle(inbox);
  const { gather, running } = useGather(filters);
  const { selected, toggle, extendTo, add } = selection;
  const rowSelection = useMemo(() => ({ toggle, extendTo }), [toggle, extendTo]);

  const selectAll = useCallback(() => {
    add(tickets);
    if (list.complete && list.above === 0) return;
    void gather()
      .then(add)
      .catch(() => toasts.trouble(t('bulk.failedAll'), t('list.moreFailed')));
  }, [add, gather, list.above, list.complete, t, tickets, toasts]);

  useShortcuts({ selectAll: tickets.length > 0 ? selectAll : undefined });

  const foot = isFetchNextPageError ? (
    <div className={classes.foot}>
      {t('list.moreFailed')}
      <Button variant="subtle" onClick={() => void fetchNextPage()}>
        {t('app.retry')}
      </Button>
    </div>
  ) : isFetchingNextPage ? (
    <div className={classes.foot}>{t('list.loadingMore')}</div>
  ) : null;

  return (
    <section className={classes.pane} style={{ width: panes.list }} aria-label={title}>
      <header className={classes.head}>
        <div className={classes.top}>
          <h1 className={classes.title} data-testid="view-title">
            {title}
          </h1>
          <SortPicker sort={filters.sort ?? 'updated'} onSort={(sort) => choose({ sort })} />
        </div>
        <SearchField value={chosen.search} onSearch={search} ref={searchRef} />
        <FilterBar view={view} chosen={chosen} tickets={tickets} onChoose={choose} />
        <ViewSaver inbox={inbox} />
      </header>
      <div className={classes.body} data-testid="inbox-list">
        {list.isPending || inbox.isLoading ? (
          <ListSkeleton />
        ) : list.data === undefined ? (
          <ErrorState
            title={t('list.failed')}
            error={list.error}
            retry={() => void list.refetch()}
          />
        ) : tickets.length === 0 || inbox.isGone ? (
          <EmptyList
            inbox={inbox}
            onClear={() => choose({ ...NO_FILTERS, search: chosen.search, sort: chosen.sort })}
          />
        ) : (
          <TicketList
            key={JSON.stringify(filters)}
            tickets={tickets}
            above={list.above}
            total={list.total}
            complete={list.complete}
            selected={selected}
            selection={rowSelection}
            hrefOf={inbox.hrefOf}
            onFocus={props.onFocus}
            onOpen={props.onOpen}
            onNeed={list.need}
            foot={foot}
            handle={handle}
          />
        )}
      </div>
      {selected.size > 0 && (
        <BulkBar
          selection={selection}
          filters={filters}
          more={
            selected.size < Math.min(list.total, MOST_SELECTED) ||
            (!list.complete && selected.size < MOST_SELECTED)
          }
          gathering={running}
          onAll={selectAll}
        />
      )}
      <ResizeHandle
        label={t('panes.list')}
        size={panes.list}
        {...PANE_LIMITS.list}
        pane="left"
        onResize={(size) => setPanes({ list: size })}
      />
    </section>
  );
}
