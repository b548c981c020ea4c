import { useMemo } from 'react';
import { PALETTE_GROUPS, type PaletteItem } from './item';
import { bestOf, matchRank } from './match';
import { useDeeds } from './useDeeds';
import { useFound } from './useFound';
import { usePlaces } from './usePlaces';

/** Of each group, while something is asked for. */
const MOST = 6;
/** Of each group, before anything is. */
const FIRST = { tickets: 5, actions: 8, people: 0, macros: 0, pages: 6, settings: 0 } as const;

const nameOf = ({ label, hint }: PaletteItem) => `${label} ${hint ?? ''}`;

/** What answers a question, group by group. */
export function usePaletteItems(question: string): PaletteItem[] {
  const deeds = useDeeds();
  const places = usePlaces();
  const { items, macros } = useFound(question);
  return useMemo(() => {
    const local = [...deeds, ...places, ...macros];
    const found = PALETTE_GROUPS.map((group) => {
      const most = question === '' ? FIRST[group] : MOST;
      // What was searched for elsewhere comes in the order of those who know better.
      const searched = items.filter((item) => item.group === group);
      if (searched.length > 0) return searched.slice(0, most);
      const known = local.filter((item) => item.group === group);
      return bestOf(known, nameOf, question, most);
    });
    // Before anything is asked for: what can be done here. Later: what is called just so.
    const isFirst = ([item]: PaletteItem[]) =>
      item !== undefined &&
      (question === '' ? item.group === 'actions' : matchRank(item.label, question) === 0);
    return [...found.filter(isFirst), ...found.filter((some) => !isFirst(some))].flat();
  }, [deeds, items, macros, places, question]);
}
