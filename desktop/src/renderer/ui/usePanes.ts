import { useLocalStorage, useViewportSize } from '@mantine/hooks';

/** Pixels. */
export interface Panes {
  rail: number;
  list: number;
  details: number;
  /** Whether the person wants the details beside the conversation, where there is room. */
  showDetails: boolean;
}

export const PANE_LIMITS = {
  rail: { min: 168, max: 300 },
  list: { min: 280, max: 560 },
  details: { min: 260, max: 420 },
} as const;

const DEFAULTS: Panes = { rail: 216, list: 384, details: 288, showDetails: true };

/** Pixels a conversation needs to be read and written in comfort. */
const CONVERSATION = 480;

/**
 * Widths of the panes, kept on this device. In a narrow window rail and list give way first, and
 * the details lie over the conversation instead of beside it (`roomForDetails`).
 */
export function usePanes() {
  const [kept, setKept, reset] = useLocalStorage<Panes>({
    key: 'tikethet.panes',
    defaultValue: DEFAULTS,
    getInitialValueInEffect: false,
  });
  const { width } = useViewportSize();
  const available = width === 0 ? window.innerWidth : width;
  const wanted = { ...DEFAULTS, ...kept };
  const rail = Math.min(wanted.rail, available < 1200 ? 200 : Infinity);
  const list = Math.max(
    PANE_LIMITS.list.min,
    Math.min(wanted.list, available - rail - CONVERSATION),
  );
  return {
    panes: { ...wanted, rail, list },
    roomForDetails: available - rail - list - wanted.details >= CONVERSATION,
    setPanes: (change: Partial<Panes>) =>
      setKept((known) => ({ ...DEFAULTS, ...known, ...change })),
    reset,
  };
}
