import { useQuery } from '@tanstack/react-query';
import type { Macro } from '@tikethet/shared/contracts';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';

/** A macro in its place by name; it stands once, whether it was known or not. */
export function withMacro(macros: readonly Macro[], macro: Macro): Macro[] {
  return [...macros.filter(({ id }) => id !== macro.id), macro].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
}

/** The team's macros and one's own, by name. */
export function useMacros() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.macros,
    queryFn: () => unwrap(bridge.read('GET /macros', {})).then(({ items }) => items),
  });
}
