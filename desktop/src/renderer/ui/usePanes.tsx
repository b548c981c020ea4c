import { useLocalStorage, useViewportSize } from '@mantine/hooks';
import { createContext, use, useMemo, type ReactNode } from 'react';

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

interface PanesValue {
  panes: Panes;
  /** Whether the details stand beside the conversation; else they lie over it. */
  roomForDetails: boolean;
  setPanes: (change: Partial<Panes>) => void;
  reset: () => void;
}

const PanesContext = createContext<PanesValue | null>(null);

/** Keeps them in one place: a ticket that is opened must not read the disk for its width. */
export function PanesProvider({ children }: { children: ReactNode }) {
  const [kept, setKept, reset] = useLocalStorage<Panes>({
    key: 'tikethet.panes',
    defaultValue: DEFAULTS,
    getInitialValueInEffect: false,
  });
  const { width } = useViewportSize();
  const available = width === 0 ? window.innerWidth : width;
  const value = useMemo((): PanesValue => {
    const wanted = { ...DEFAULTS, ...kept };
    const rail = Math.min(wanted.rail, available < 1200 ? 200 : Infinity);
    const list = Math.max(
      PANE_LIMITS.list.min,
      Math.min(wanted.list, available - rail - CONVERSATION),
    );
    return {
      panes: { ...wanted, rail, list },
      roomForDetails: available - rail - list - wanted.details >= CONVERSATION,
      setPanes: (change) => setKept((known) => ({ ...DEFAULTS, ...known, ...change })),
      reset,
    };
  }, [kept, available, setKept, reset]);
  return <PanesContext value={value}>{children}</PanesContext>;
}

/** Widths of the panes, kept on this device. In a narrow window rail and list give way first. */
export function usePanes(): PanesValue {
  const value = use(PanesContext);
  if (value === null) throw new Error('PanesProvider is missing');
  return value;
}
