import { openOutside, saveThroughTelegram } from '../init/telegram';

/**
 * Hands over what lies under an address that works by itself: through Telegram where it can, else
 * as a download.
 */
export function saveAddress(url: string, fileName: string): void {
  const address = new URL(url, window.location.href).href;
  if (saveThroughTelegram(address, fileName) || openOutside(address)) return;
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.rel = 'noopener';
  document.body.append(link);
  link.click();
  link.remove();
}
