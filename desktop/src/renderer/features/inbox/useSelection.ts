import type { Ticket } from '@tikethet/shared/contracts';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

export type Selected = ReadonlyMap<string, Ticket>;
const NOTHING: Selected = new Map();

/** At most so many tickets are changed at once. */
export const MOST_SELECTED = 1_000;

/**
 * Which tickets of a list are selected. They stay so while the list moves, and until another list
 * is shown.
 * @param listName another name is another list
 */
export function useSelection(tickets: readonly Ticket[], listName: string) {
  const [state, setState] = useState({ listName, selected: NOTHING });
  const selected = state.listName === listName ? state.selected : NOTHING;
  const anchor = useRef<string | null>(null);
  const latest = useRef({ tickets, listName });
  useLayoutEffect(() => {
    latest.current = { tickets, listName };
  });

  const change = useCallback((next: (known: Selected) => Selected) => {
    setState((known) => {
      const { listName: name } = latest.current;
      const bounded = [...next(known.listName === name ? known.selected : NOTHING)];
      return { listName: name, selected: new Map(bounded.slice(0, MOST_SELECTED)) };
    });
  }, []);

  const actions = useMemo(() => {
    const toggle = (ticket: Ticket): void => {
      anchor.current = ticket.id;
      change((known) => {
        const next = new Map(known);
        if (!next.delete(ticket.id)) next.set(ticket.id, ticket);
        return next;
      });
    };
    return {
      toggle,
      /** Everything from the ticket selected last to this one. */
      extendTo: (ticket: Ticket): void => {
        const list = latest.current.tickets;
        const at = list.findIndex(({ id }) => id === ticket.id);
        const from = list.findIndex(({ id }) => id === anchor.current);
        if (at < 0 || from < 0) return toggle(ticket);
        const span = list.slice(Math.min(at, from), Math.max(at, from) + 1);
        change((known) => new Map([...known, ...span.map((one) => [one.id, one] as const)]));
      },
      add: (more: readonly Ticket[]): void =>
        change((known) => new Map([...known, ...more.map((one) => [one.id, one] as const)])),
      clear: (): void => {
        anchor.current = null;
        change(() => NOTHING);
      },
    };
  }, [change]);

  return { selected, ...actions };
}

export type Selection = ReturnType<typeof useSelection>;
