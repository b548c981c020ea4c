import { useQuery } from '@tanstack/react-query';
import { DEFAULT_SETTINGS, type DeskSettings } from '@tikethet/shared/contracts';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';

/** The four priorities from low to critical. */
export function usePriorities() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.priorities,
    queryFn: () => unwrap(bridge.read('GET /priorities', {})),
    select: ({ items }) => items,
  });
}

/** The desk's tags by name. */
export function useTags() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.tags,
    queryFn: () => unwrap(bridge.read('GET /tags', {})),
    select: ({ items }) => items,
  });
}

/** How many tickets carry each tag, by its id; read anew whenever the page is opened. */
export function useTagUsage() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.tagUsage,
    queryFn: () => unwrap(bridge.read('GET /tags/usage', {})),
    select: ({ items }) => new Map(items.map(({ id, tickets }) => [id, tickets])),
    staleTime: 0,
  });
}

export function useDeskQuery() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.deskSettings,
    queryFn: () => unwrap(bridge.read('GET /desk', {})),
  });
}

/** What an admin has set for the desk; until that is known, what a new desk has. */
export function useDeskSettings(): DeskSettings {
  return useDeskQuery().data ?? DEFAULT_SETTINGS;
}
