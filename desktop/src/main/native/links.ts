/** The scheme under which the system hands addresses to the console. */
export const LINK_SCHEME = 'tikethet';

const TICKET = /^tikethet:\/\/ticket\/(\d{1,12})\/?$/i;

/** The ticket's number in `tikethet://ticket/<number>`; null for anything else, however near. */
export function ticketNumberIn(address: string): number | null {
  const digits = TICKET.exec(address)?.[1];
  const number = Number(digits);
  return digits === undefined || number === 0 ? null : number;
}

/** The first such link among what the program was started with (Windows and Linux). */
export function linkAmong(argv: readonly string[]): number | null {
  for (const argument of argv) {
    const number = ticketNumberIn(argument);
    if (number !== null) return number;
  }
  return null;
}
