import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { unwrap, useBridge, type BridgeError } from '../bridge';
import { useDesk } from '../DeskProvider';
import { keys } from '../keys';
import { inOrder, withView, type Views } from '../live/changeViews';

/** The person's views and the team's, in the person's order. */
export function useViews() {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: keys.views,
    queryFn: () => unwrap(bridge.read('GET /views', {})),
  });
  return { ...query, views: query.data?.items ?? NONE };
}

const NONE: SavedView[] = [];

/** How many tickets each saved view holds; 1000: a thousand or more. */
export function useViewCounts() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.viewCounts,
    queryFn: () => unwrap(bridge.read('GET /views/counts', {})),
  });
}

/** What one may do to views: shown at once, kept, taken back with a word when refused. */
export function useViewActions(onFailed: (error: BridgeError, repeat: () => void) => void) {
  const { writer, me } = useDesk();
  const client = useQueryClient();
  return useMemo(() => {
    const show = (change: (views: SavedView[]) => SavedView[]) => {
      client.setQueryData<Views>(keys.views, (known) => ({ items: change(known?.items ?? []) }));
      void client.invalidateQueries({ queryKey: keys.viewCounts });
    };
    const shared = {
      revert: () => void client.invalidateQueries({ queryKey: keys.views }),
      failed: onFailed,
    };
    return {
      create: (view: Pick<SavedView, 'id' | 'name' | 'filters' | 'shared'>) =>
        writer.write({
          ...shared,
          route: 'POST /views',
          lane: view.id,
          input: () => view,
          show: () =>
            show((views) =>
              withView(views, { ...view, ownerId: me.id, updatedAt: new Date().toISOString() }),
            ),
        }),
      update: (id: string, change: Partial<Pick<SavedView, 'name' | 'filters' | 'shared'>>) =>
        writer.write({
          ...shared,
          route: 'PUT /views/{id}',
          lane: id,
          input: () => ({ id, ...change }),
          show: () =>
            show((views) => views.map((view) => (view.id === id ? { ...view, ...change } : view))),
        }),
      remove: (id: string) =>
        writer.write({
          ...shared,
          route: 'DELETE /views/{id}',
          lane: id,
          input: () => ({ id }),
          show: () => show((views) => views.filter((view) => view.id !== id)),
        }),
      reorder: (ids: string[]) =>
        writer.write({
          ...shared,
          route: 'PUT /views',
          lane: 'views',
          input: () => ({ ids }),
          show: () => show((views) => inOrder(views, ids)),
        }),
    };
  }, [client, me.id, onFailed, writer]);
}
