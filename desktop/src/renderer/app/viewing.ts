import type { DesktopBridge } from './bridge';

/** Milliseconds on a ticket after which colleagues see it: a run through a list is no look. */
const RESTED = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Tells the desk which ticket this window shows.
 * @param ticketId null: none
 */
export function tellViewing(bridge: DesktopBridge, ticketId: string | null): void {
  clearTimeout(timer);
  timer = setTimeout(() => bridge.viewing(ticketId), RESTED);
}
