import type { ReactNode } from 'react';
import type { Chord } from '../../app/shortcuts/chords';

/** What the palette finds, in the order of its groups. */
export const PALETTE_GROUPS = [
  'tickets',
  'actions',
  'people',
  'macros',
  'pages',
  'settings',
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export interface PaletteItem {
  /** Unique over all groups. */
  id: string;
  group: PaletteGroup;
  label: string;
  /** Beside the label, fainter. */
  hint?: string;
  icon: ReactNode;
  keys?: Chord | undefined;
  /** Called when the palette is gone and the focus is back where it was. */
  run: () => void;
}
