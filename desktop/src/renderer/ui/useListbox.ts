import { useEffect, useId, useState, type KeyboardEvent, type MouseEvent } from 'react';

interface Options<T> {
  /** In the order in which the arrows walk through them. */
  items: readonly T[];
  idOf: (item: T) => string;
  onPick: (item: T) => void;
}

/**
 * A search field with a list under it: the focus stays in the field, arrows walk through the list,
 * Enter picks. The walked-to item keeps its place while others arrive around it.
 */
export function useListbox<T>({ items, idOf, onPick }: Options<T>) {
  const base = useId();
  const [wanted, setWanted] = useState<string | null>(null);
  const found = items.findIndex((item) => idOf(item) === wanted);
  const at = found < 0 ? 0 : found;
  const active = items[at];
  const domId = (item: T) => `${base}-${idOf(item)}`;
  const activeDomId = active === undefined ? undefined : domId(active);

  useEffect(() => {
    if (activeDomId === undefined) return;
    document.getElementById(activeDomId)?.scrollIntoView({ block: 'nearest' });
  }, [activeDomId]);

  const walk = (step: number): void => {
    const next = items[(at + step + items.length) % items.length];
    if (next !== undefined) setWanted(idOf(next));
  };

  return {
    active,
    /** Back to the first one: for a new question. */
    restart: () => setWanted(null),
    inputProps: {
      role: 'combobox',
      'aria-expanded': items.length > 0,
      'aria-autocomplete': 'list' as const,
      'aria-controls': base,
      'aria-activedescendant': activeDomId,
      onKeyDown(event: KeyboardEvent) {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown') walk(1);
        else if (event.key === 'ArrowUp') walk(-1);
        else if (event.key === 'Enter' && active !== undefined) onPick(active);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
    listProps: { role: 'listbox', id: base },
    optionProps: (item: T) => ({
      role: 'option',
      id: domId(item),
      'aria-selected': item === active,
      onMouseMove: () => setWanted(idOf(item)),
      // The focus stays where one types.
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onClick: () => onPick(item),
    }),
  };
}
