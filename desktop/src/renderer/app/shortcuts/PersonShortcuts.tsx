import type { ReactNode } from 'react';
import { useConsoleSettings } from '../queries/consoleSettings';
import type { ChosenKeys } from './bindings';
import { ShortcutsProvider } from './ShortcutsProvider';

/** The keyboard as this person has set it up. */
export function PersonShortcuts({ children }: { children: ReactNode }) {
  const { shortcuts } = useConsoleSettings();
  // What this version does not know by name is passed over when keys are looked up.
  return <ShortcutsProvider chosen={shortcuts as ChosenKeys}>{children}</ShortcutsProvider>;
}
