import { useCallback, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { combineFilters, parseFilters, writeFilters, type ChosenFilters } from './filters';
import { parseView, viewName, type View } from './views';

/** Where the person is in the inbox, as the address says, and how to go elsewhere. */
export function useInbox() {
  const params = useParams();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const view = useMemo((): View => parseView(params.view) ?? { kind: 'active' }, [params.view]);
  const chosen = useMemo(() => parseFilters(search), [search]);
  const filters = useMemo(() => combineFilters(view, chosen), [view, chosen]);
  const ticketId = params.ticketId ?? null;
  const base = `/inbox/${viewName(view)}`;
  const query = search.size === 0 ? '' : `?${search.toString()}`;

  const choose = useCallback(
    (change: Partial<ChosenFilters>) =>
      setSearch((known) => writeFilters({ ...parseFilters(known), ...change }), { replace: true }),
    [setSearch],
  );
  const hrefOf = useCallback((id: string) => `${base}/${id}${query}`, [base, query]);
  const open = useCallback(
    (id: string | null) => void navigate(id === null ? base + query : hrefOf(id)),
    [navigate, base, query, hrefOf],
  );
  return { view, chosen, filters, ticketId, choose, hrefOf, open };
}
