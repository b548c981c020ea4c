import { createStore, useStore } from '../state/store';
import { onBackButton } from '../init/telegram';

export type Screen =
  { name: 'tickets' } | { name: 'new'; step: 1 | 2 | 3 } | { name: 'ticket'; id: string };

const HOME: Screen = { name: 'tickets' };
const stack = createStore<readonly Screen[]>([HOME]);

/** Closers of what lies over the screen (pictures, sheets); "back" takes the topmost first. */
const overlays: (() => void)[] = [];

function depthOf(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('depth' in state)) return 0;
  return typeof state.depth === 'number' ? state.depth : 0;
}

/** Where the person is, the first being the list. */
export const useStack = (): readonly Screen[] => useStore(stack);

export function push(screen: Screen): void {
  stack.set((now) => [...now, screen]);
  history.pushState({ depth: stack.get().length - 1 }, '');
}

/** Goes to a screen directly above the list, forgetting the way there. */
export function open(screen: Screen): void {
  stack.set(screen.name === 'tickets' ? [HOME] : [HOME, screen]);
  history.pushState({ depth: stack.get().length - 1 }, '');
}

/** One step back; closes what lies over the screen first. */
export function back(): void {
  const closeTopmost = overlays.at(-1);
  if (closeTopmost) closeTopmost();
  else if (stack.get().length > 1) history.back();
}

/** Registers something that "back" closes; call the answer when it is closed. */
export function addOverlay(close: () => void): () => void {
  overlays.push(close);
  return () => {
    const at = overlays.lastIndexOf(close);
    if (at >= 0) overlays.splice(at, 1);
  };
}

/** Follows the browser's own back (Android's gesture too) and Telegram's back button. */
export function followHistory(): void {
  history.replaceState({ depth: 0 }, '');
  window.addEventListener('popstate', (event) => {
    for (const close of [...overlays].reverse()) close();
    stack.set((now) => {
      const depth = depthOf(event.state);
      // An entry left over from a way that was forgotten counts as one step back.
      const keep = depth < now.length - 1 ? depth + 1 : Math.max(1, now.length - 1);
      return now.slice(0, keep);
    });
  });
  onBackButton(back);
}
