import { useQuery } from '@tanstack/react-query';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';

/** Milliseconds: colleagues come and go in days. */
const FRESH = 5 * 60_000;

/** Colleagues whom a note can address; read when somebody first writes `@`. */
export function useTeam(enabled: boolean) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.team,
    enabled,
    staleTime: FRESH,
    queryFn: () => unwrap(bridge.read('GET /team', {})).then(({ items }) => items),
  });
}
