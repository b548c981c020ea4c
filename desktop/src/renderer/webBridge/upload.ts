import { ApiError } from '@tikethet/shared/client';
import type { Attachment } from '@tikethet/shared/contracts';
import type { ErrorEnvelope } from '@tikethet/shared/errors';
import type { UploadFile } from '../../bridge';
import { API, type TokenKeeper } from './tokens';

/** Milliseconds; a large file over a slow line takes its time. */
const LIMIT = 10 * 60_000;

/** Sends one file. XMLHttpRequest, because fetch tells no progress. Throws {@link ApiError}. */
export async function uploadFile(
  tokens: TokenKeeper,
  file: UploadFile,
  onProgress: (share: number) => void,
): Promise<Attachment> {
  try {
    return await send(tokens.access(), file, onProgress);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const token = await tokens.renew();
    if (token === null) throw error;
    return send(token, file, onProgress);
  }
}

function send(
  token: string | null,
  file: UploadFile,
  onProgress: (share: number) => void,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${API}/attachments`);
    if (token !== null) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.timeout = LIMIT;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError(0, 'network', 'upload failed'));
    request.ontimeout = () => reject(new ApiError(0, 'timeout', 'upload took too long'));
    request.onload = () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText) as Attachment);
      reject(readError(request));
    };
    const form = new FormData();
    form.append('file', new Blob([file.bytes], { type: file.type }), file.name);
    request.send(form);
  });
}

function readError(request: XMLHttpRequest): ApiError {
  try {
    const { error } = JSON.parse(request.responseText) as ErrorEnvelope;
    return new ApiError(request.status, error.code, error.message, error.details);
  } catch {
    // A proxy answered, not the API.
    return new ApiError(request.status, 'unavailable', request.statusText);
  }
}
