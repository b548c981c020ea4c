import { createStore, useStore } from '../state/store';
import { onBackButton } from '../init/telegram';

/** The screens of the tab bar (`TABS` in screens.ts has their looks). */
export type TabName = 'tickets' | 'notifications' | 'help' | 'profile';

/** What is opened over a tab, with what it needs to know (`SCREENS` has the components). */
export type Screen =
  | { name: 'new'; step: 1 | 2 | 3 }
  | { name: 'ticket'; id: string }
  /** `none`: articles without a category. */
  | { name: 'faqCategory'; categoryId: string }
  /** An article by its id or slug. */
  | { name: 'article'; articleKey: string };
export type ScreenName = Screen['name'];

interface Place {
  tab: TabName;
  /** Opened over the tab, the topmost last. */
  stack: readonly Screen[];
}

const place = createStore<Place>({ tab: 'tickets', stack: [] });

/** Closers of what lies over the screen (pictures, sheets); "back" takes the topmost first. */
const overlays: (() => void)[] = [];

function depthOf(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('depth' in state)) return 0;
  return typeof state.depth === 'number' ? state.depth : 0;
}

/** Where the person is. */
export const usePlace = (): Place => useStore(place);

function cover(stack: readonly Screen[]): void {
  place.set((now) => ({ ...now, stack }));
  history.pushState({ depth: stack.length }, '');
}

export function push(screen: Screen): void {
  cover([...place.get().stack, screen]);
}

/** Goes to a screen directly above the tab, forgetting the way there. */
export function open(screen: Screen): void {
  cover([screen]);
}

/** Back to the tab, forgetting the way there. */
export function leave(): void {
  cover([]);
}

/** Shows another tab; beside it, what is open stays open. Tabs are no steps of the way back. */
export function showTab(tab: TabName): void {
  place.set((now) => (now.tab === tab ? now : { ...now, tab }));
}

/** Shows a tab with nothing over it. */
export function goToTab(tab: TabName): void {
  place.set({ tab, stack: [] });
}

/** One step back; closes what lies over the screen first. */
export function back(): void {
  const closeTopmost = overlays.at(-1);
  if (closeTopmost) closeTopmost();
  else if (place.get().stack.length > 0) history.back();
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
    place.set((now) => {
      const depth = depthOf(event.state);
      // An entry left over from a way that was forgotten counts as one step back.
      const keep = depth < now.stack.length ? depth : Math.max(0, now.stack.length - 1);
      return { ...now, stack: now.stack.slice(0, keep) };
    });
  });
  onBackButton(back);
}
