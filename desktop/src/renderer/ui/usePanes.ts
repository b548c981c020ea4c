import { useLocalStorage } from '@mantine/hooks';

/** Pixels. */
export interface Panes {
  rail: number;
  list: number;
  details: number;
  /** Whether the person wants the details where there is room for them. */
  showDetails: boolean;
}

export const PANE_LIMITS = {
  rail: { min: 168, max: 300 },
  list: { min: 280, max: 560 },
  details: { min: 260, max: 420 },
} as const;

const DEFAULTS: Panes = { rail: 208, list: 368, details: 288, showDetails: true };

/** Widths of the panes, kept on this device. */
export function usePanes() {
  const [panes, setPanes, reset] = useLocalStorage<Panes>({
    key: 'tikethet.panes',
    defaultValue: DEFAULTS,
    getInitialValueInEffect: false,
  });
  return {
    panes: { ...DEFAULTS, ...panes },
    setPanes: (change: Partial<Panes>) =>
      setPanes((known) => ({ ...DEFAULTS, ...known, ...change })),
    reset,
  };
}
