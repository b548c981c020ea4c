import { Button } from '@mantine/core';
import { useCallback, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../../app/queries/categories';
import type { useTicketList } from '../../app/queries/tickets';
import { ErrorState } from '../../ui/ErrorState';
import { ResizeHandle } from '../../ui/ResizeHandle';
import { PANE_LIMITS, usePanes } from '../../ui/usePanes';
import { EmptyList } from './EmptyList';
import { FilterBar } from './FilterBar';
import classes from './ListPane.module.css';
import { ListSkeleton } from './ListSkeleton';
import { SearchField } from './SearchField';
import { SortPicker } from './SortPicker';
import { TicketList, type TicketListHandle } from './TicketList';
import type { useInbox } from './useInbox';

interface Props {
  inbox: ReturnType<typeof useInbox>;
  list: ReturnType<typeof useTicketList>;
  onFocus: (id: string) => void;
  searchRef: Ref<HTMLInputElement>;
  handle: Ref<TicketListHandle>;
}

/** Search, filters, and the tickets they let through. */
export function ListPane({ inbox, list, onFocus, searchRef, handle }: Props) {
  const { t } = useTranslation();
  const { panes, setPanes } = usePanes();
  const { view, chosen, choose } = inbox;
  const { categories } = useCategories();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const search = useCallback((text: string) => choose({ search: text }), [choose]);
  const clear = () => choose({ status: [], priority: [], categoryId: [], assigneeId: '' });
  const title =
    chosen.search !== ''
      ? t('views.search')
      : view.kind === 'category'
        ? (categories.find(({ id }) => id === view.categoryId)?.label ?? t('filters.category'))
        : t(`views.${view.kind}`);

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
          <h1 className={classes.title}>{title}</h1>
          <SortPicker sort={chosen.sort} onSort={(sort) => choose({ sort })} />
        </div>
        <SearchField value={chosen.search} onSearch={search} ref={searchRef} />
        <FilterBar view={view} chosen={chosen} onChoose={choose} />
      </header>
      <div className={classes.body} data-testid="inbox-list">
        {list.isPending ? (
          <ListSkeleton />
        ) : list.data === undefined ? (
          <ErrorState
            title={t('list.failed')}
            error={list.error}
            retry={() => void list.refetch()}
          />
        ) : list.tickets.length === 0 ? (
          <EmptyList view={view} chosen={chosen} onClear={clear} />
        ) : (
          <TicketList
            key={JSON.stringify(inbox.filters)}
            tickets={list.tickets}
            openId={inbox.ticketId}
            hrefOf={inbox.hrefOf}
            onFocus={onFocus}
            onEnd={onEnd}
            foot={foot}
            handle={handle}
          />
        )}
      </div>
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
