import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { bind, type Bindings, type ChosenKeys } from './bindings';
import { shownKeys } from './chords';
import { ShortcutHub, type ShortcutHandlers } from './hub';
import type { ShortcutId } from './registry';

interface ShortcutsValue {
  hub: ShortcutHub;
  bindings: Bindings;
}

const ShortcutsContext = createContext<ShortcutsValue | null>(null);

/** The keyboard of everything below, with the keys this person chose. */
export function ShortcutsProvider({
  chosen,
  children,
}: {
  chosen: ChosenKeys;
  children: ReactNode;
}) {
  const bindings = useMemo(() => bind(chosen), [chosen]);
  const [hub] = useState(() => new ShortcutHub(bindings));
  useEffect(() => hub.setBindings(bindings), [hub, bindings]);
  useEffect(() => {
    const before = () => hub.beforePress();
    const onKey = (event: KeyboardEvent) => hub.press(event);
    window.addEventListener('keydown', before, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', before, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, [hub]);
  const value = useMemo(() => ({ hub, bindings }), [hub, bindings]);
  return <ShortcutsContext value={value}>{children}</ShortcutsContext>;
}

/** The keyboard itself: for the palette, the sheet and the settings. */
export function useShortcutHub(): ShortcutsValue {
  const value = use(ShortcutsContext);
  if (!value) throw new Error('ShortcutsProvider is missing');
  return value;
}

/**
 * Says what can be done on this screen now: a key and the palette do it. Of two screens that can
 * do the same, the one that came later does, `over: true` before all others (a bar over a
 * selection); a handler that answers `false` leaves it to the next. What cannot be done now is
 * left out (undefined), so that the palette does not offer it.
 */
export function useShortcuts(handlers: ShortcutHandlers, { over = false } = {}): void {
  const { hub } = useShortcutHub();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => hub.register(() => latest.current, over), [hub, over]);
}

/** The keys of a shortcut as one reads them (“G M”), for tooltips; '' when it has none. */
export function useKeysOf(id: ShortcutId): string {
  const { bindings } = useShortcutHub();
  const [first] = bindings.keysOf(id);
  return first === undefined ? '' : shownKeys(first).join(' ');
}
