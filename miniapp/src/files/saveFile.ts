import type { Attachment } from '@tikethet/shared/contracts';
import { api } from '../api/api';
import { openOutside, saveThroughTelegram } from '../init/telegram';

/** Hands a file to the person: through Telegram where it can, else as a download. */
export async function saveFile({ id, fileName }: Attachment): Promise<void> {
  const { url } = await api('GET /attachments/{id}', { id });
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
