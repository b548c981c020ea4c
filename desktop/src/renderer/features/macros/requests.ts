import { useEffect } from 'react';
import { createStore, useStore } from '../../app/store';

/** A macro chosen elsewhere than in the composer (in the palette), waiting for it. */
const requested = createStore<{ ticketId: string; macroId: string } | null>(null);

/** Asks the composer of a ticket to take a macro. */
export function requestMacro(ticketId: string, macroId: string): void {
  requested.set({ ticketId, macroId });
}

/** Takes what was asked for on this ticket, once. */
export function useRequestedMacro(ticketId: string, take: (macroId: string) => void): void {
  const request = useStore(requested, (known) => (known?.ticketId === ticketId ? known : null));
  useEffect(() => {
    if (request === null) return;
    requested.set(null);
    take(request.macroId);
  }, [request, take]);
}
