/** The parameter of an address that names the message to show. */
export const MESSAGE_PARAMETER = 'message';

/** Where a ticket is open in the inbox, at a message of it. */
export function ticketAddress(ticketId: string, messageId: string | null): string {
  const place = messageId === null ? '' : `?${MESSAGE_PARAMETER}=${messageId}`;
  return `/inbox/active/${ticketId}${place}`;
}
