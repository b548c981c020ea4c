export const CONSOLE_SCHEME = 'tikethet-app';
/** Where the renderer lives: an origin of its own instead of `file://`. */
export const CONSOLE_URL = `${CONSOLE_SCHEME}://console/`;

/** Whether an address belongs to the renderer's own origin. */
export function isConsoleUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${CONSOLE_SCHEME}:` && url.host === 'console';
}
