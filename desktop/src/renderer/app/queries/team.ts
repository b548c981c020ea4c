import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '@tikethet/shared/contracts';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';

/** The staff who can sign in, by name, with what they say of themselves; the feed keeps it fresh. */
export function useTeam(enabled = true) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.team,
    enabled,
    queryFn: () => unwrap(bridge.read('GET /team', {})).then(({ items }) => items),
  });
}

const NONE: readonly Colleague[] = [];

/** Everybody of the team but the person themselves. */
export function useColleagues(meId: string): readonly Colleague[] {
  return useTeam().data?.filter(({ id }) => id !== meId) ?? NONE;
}
