import type { Attachment } from '@tikethet/shared/contracts';
import { api } from '../api/api';
import { saveAddress } from './saveAddress';

/** Hands a file to the person. */
export async function saveFile({ id, fileName }: Attachment): Promise<void> {
  const { url } = await api('GET /attachments/{id}', { id });
  saveAddress(url, fileName);
}
