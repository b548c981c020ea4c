/** Where the focus was on each part of the console, as a way to find it again. */
const kept = new Map<string, string>();
let lastInbox = '/inbox/active';

/** The part of the console an address belongs to: its pages share a frame. */
export function partOf(pathname: string): string {
  return pathname.split('/')[1] ?? '';
}

/** The inbox as it was left: closing what lies over it leads back there. */
export function inboxAddress(): string {
  return lastInbox;
}

export function noteInbox(address: string): void {
  lastInbox = address;
}

/** The row of a ticket in a list. */
export function rowOf(ticketId: string): string {
  return `[data-testid="inbox-row"][data-ticket-id="${CSS.escape(ticketId)}"]`;
}

/** How to find an element once its page has been drawn anew; null: nothing tells it apart. */
function selectorOf(element: Element): string | null {
  const testId = element.getAttribute('data-testid');
  if (testId === null) return null;
  const ticketId = element.getAttribute('data-ticket-id');
  if (testId === 'inbox-row' && ticketId !== null) return rowOf(ticketId);
  const selector = `[data-testid="${CSS.escape(testId)}"]`;
  return document.querySelectorAll(selector).length === 1 ? selector : null;
}

/** Remembers where on a part of the console the focus is. */
export function keepPlace(part: string, element: Element): void {
  if (element.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return;
  // Back in a field, the next key would be typed instead of doing what it stands for.
  if (element.matches('input, textarea, [contenteditable]')) return void kept.delete(part);
  const selector = selectorOf(element);
  if (selector !== null) kept.set(part, selector);
}

export function placeOn(part: string): string | null {
  return kept.get(part) ?? null;
}
