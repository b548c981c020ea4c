import { useEffect, useRef } from 'react';
import { createStore, useStore } from '../state/store';
import { haptic, insideTelegram, onMainButton, showMainButton } from './telegram';

export interface PrimaryAction {
  text: string;
  onPress: () => void;
  enabled?: boolean;
  loading?: boolean;
  /** For the in-page button that stands in outside of Telegram. */
  testId: string;
}

const primary = createStore<PrimaryAction | null>(null);
const unsent = createStore<ReadonlySet<string>>(new Set());

/** The action that the fallback bar shows outside of Telegram. */
export const usePrimary = (): PrimaryAction | null => useStore(primary);
/** Whether something on screen would be lost from sight by closing the app. */
export const useHasUnsent = (): boolean => useStore(unsent).size > 0;

if (insideTelegram) onMainButton(() => primary.get()?.onPress());

let shown = '';
let scheduled = false;

function tellTelegram(): void {
  scheduled = false;
  const action = primary.get();
  const state = {
    text: action?.text ?? ' ',
    visible: action !== null,
    enabled: action?.enabled ?? true,
    loading: action?.loading ?? false,
  };
  // Only what differs travels to Telegram: each message redraws its button.
  const next = JSON.stringify(state);
  if (next === shown) return;
  shown = next;
  showMainButton(state);
}

// A screen that replaces another takes its button away and sets its own in one go: told once.
primary.subscribe(() => {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(tellTelegram);
});

/** Puts an action on Telegram's main button while the component is mounted and `action` is set. */
export function usePrimaryAction(action: PrimaryAction | null): void {
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
    primary.set(mine);
    return () => primary.set((now) => (now === mine ? null : now));
  }, [text, enabled, loading, testId]);
}

/** Makes Telegram ask before closing, as long as `active`. */
export function useUnsent(name: string, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    unsent.set((now) => new Set(now).add(name));
    return () => unsent.set((now) => new Set([...now].filter((one) => one !== name)));
  }, [name, active]);
}
