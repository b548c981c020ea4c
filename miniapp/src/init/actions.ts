import { useEffect, useRef } from 'react';
import { createStore, useStore, type Store } from '../state/store';
import {
  haptic,
  insideTelegram,
  onMainButton,
  onSecondaryButton,
  showMainButton,
  showSecondaryButton,
  type BottomButtonState,
} from './telegram';

export interface PrimaryAction {
  text: string;
  onPress: () => void;
  enabled?: boolean;
  loading?: boolean;
  /** For the in-page button that stands in outside of Telegram. */
  testId: string;
}

const primary = createStore<PrimaryAction | null>(null);
const secondary = createStore<PrimaryAction | null>(null);
const unsent = createStore<ReadonlySet<string>>(new Set());

/** The action that the fallback bar shows outside of Telegram. */
export const usePrimary = (): PrimaryAction | null => useStore(primary);
/** Whether something on screen would be lost from sight by closing the app. */
export const useHasUnsent = (): boolean => useStore(unsent).size > 0;

/** Tells Telegram what a button is now: once for all changes that come together, and only changes. */
function follow(
  action: Store<PrimaryAction | null>,
  show: (state: BottomButtonState) => void,
): void {
  let shown = '';
  let scheduled = false;
  const tell = (): void => {
    scheduled = false;
    const now = action.get();
    const state = {
      text: now?.text ?? ' ',
      visible: now !== null,
      enabled: now?.enabled ?? true,
      loading: now?.loading ?? false,
    };
    const next = JSON.stringify(state);
    if (next === shown) return;
    shown = next;
    show(state);
  };
  // A screen that replaces another takes its button away and sets its own in one go: told once.
  action.subscribe(() => {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(tell);
  });
}

if (insideTelegram) {
  onMainButton(() => primary.get()?.onPress());
  onSecondaryButton(() => secondary.get()?.onPress());
  follow(primary, showMainButton);
  follow(secondary, showSecondaryButton);
}

/** Puts an action on Telegram's main button while the component is mounted and `action` is set. */
export function usePrimaryAction(action: PrimaryAction | null): void {
  useAction(primary, action);
}

/** The same for the second button, beside the main one; clients before 7.10 have none. */
export function useSecondaryAction(action: PrimaryAction | null): void {
  useAction(secondary, action);
}

function useAction(place: Store<PrimaryAction | null>, action: PrimaryAction | null): void {
  const latest = useRef(action);
  const { text, enabled, loading, testId } = action ?? {};
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (text === undefined || testId === undefined) return;
    const mine: PrimaryAction = {
      text,
      testId,
      enabled: enabled ?? true,
      loading: loading ?? false,
      onPress: () => {
        haptic('light');
        latest.current?.onPress();
      },
    };
    place.set(mine);
    return () => place.set((now) => (now === mine ? null : now));
  }, [place, text, enabled, loading, testId]);
}

/** Makes Telegram ask before closing, as long as `active`. */
export function useUnsent(name: string, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    unsent.set((now) => new Set(now).add(name));
    return () => unsent.set((now) => new Set([...now].filter((one) => one !== name)));
  }, [name, active]);
}
