import type { ReactNode } from 'react';
import { useConsoleSettings } from '../queries/consoleSettings';
import { useMacros } from '../queries/macros';
import { ShortcutsProvider } from './ShortcutsProvider';

/** The keyboard as this person has set it up. */
export function PersonShortcuts({ children }: { children: ReactNode }) {
  const { shortcuts } = useConsoleSettings();
  // Wanted at the first `/`, and without a network: read before anybody asks.
  useMacros();
  // What this version does not know by name is passed over when keys are looked up.
  return <ShortcutsProvider chosen={shortcuts}>{children}</ShortcutsProvider>;
}
