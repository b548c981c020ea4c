import { useCallback, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useGo } from '../../app/places';
import { useViews } from '../../app/queries/views';
import {
  chosenOf,
  combineFilters,
  NO_FILTERS,
  NOTHING,
  parseFilters,
  writeFilters,
  type ChosenFilters,
} from './filters';
import { parseView, viewName, type View } from './views';

const CLEARED = 'filters';

/**
 * Where the person is in the inbox, as the address says, and how to go elsewhere. The filters of a
 * saved view are chosen ones until the address says others.
 */
export function useInbox() {
  const params = useParams();
  const [search, setSearch] = useSearchParams();
  const go = useGo();
  const { views, isPending } = useViews();
  const view = useMemo((): View => parseView(params.view) ?? { kind: 'active' }, [params.view]);
  const saved = view.kind === 'saved' ? (views.find(({ id }) => id === view.id) ?? null) : null;
  const initial = useMemo(() => (saved ? chosenOf(saved.filters) : NO_FILTERS), [saved]);
  const chosen = useMemo(
    () => (search.size === 0 ? initial : parseFilters(search)),
    [initial, search],
  );
  const filters = useMemo(() => combineFilters(view, chosen), [view, chosen]);
  const ticketId = params.ticketId ?? null;
  const base = `/inbox/${viewName(view)}`;
  const query = search.size === 0 ? '' : `?${search.toString()}`;

  const choose = useCallback(
    (change: Partial<ChosenFilters>) =>
      setSearch(
        (known) => {
          const now = known.size === 0 ? initial : parseFilters(known);
          const next = writeFilters({ ...now, ...change });
          const same = next.toString() === writeFilters(initial).toString();
          if (same) return new URLSearchParams();
          return next.size === 0 ? new URLSearchParams({ [CLEARED]: NOTHING }) : next;
        },
        { replace: true },
      ),
    [initial, setSearch],
  );
  const hrefOf = useCallback((id: string) => `${base}/${id}${query}`, [base, query]);
  const open = useCallback(
    (id: string | null) => go(id === null ? base + query : hrefOf(id)),
    [go, base, query, hrefOf],
  );
  return {
    view,
    /** The saved view that is shown; null: another kind, or one that is gone. */
    saved,
    /** Whether what the address names cannot be told yet. */
    isLoading: view.kind === 'saved' && saved === null && isPending,
    isGone: view.kind === 'saved' && saved === null && !isPending,
    chosen,
    /** Whether other filters are chosen than the view was saved with. */
    isChanged: search.size > 0,
    filters,
    ticketId,
    choose,
    hrefOf,
    open,
  };
}

export type Inbox = ReturnType<typeof useInbox>;
