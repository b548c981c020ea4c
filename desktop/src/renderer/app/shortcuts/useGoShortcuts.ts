import { useGo } from '../places';
import { useShortcuts } from './ShortcutsProvider';

/** Keys that lead to the main pages from wherever one is. */
export function useGoShortcuts(mayAdminister: boolean): void {
  const go = useGo();
  const to = (path: string) => () => go(path);
  useShortcuts({
    goMine: to('/inbox/mine'),
    goUnassigned: to('/inbox/unassigned'),
    goActive: to('/inbox/active'),
    goSettings: to('/settings'),
    goAdmin: mayAdminister ? to('/admin') : undefined,
  });
}
