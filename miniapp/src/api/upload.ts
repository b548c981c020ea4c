import { ApiError } from '@tikethet/shared/client';
import type { Attachment } from '@tikethet/shared/contracts';
import { isErrorCode } from '@tikethet/shared/errors';
import { renewToken, session } from './api';

interface UploadOptions {
  /** The same on a retry, so that the file is stored once. */
  key: string;
  signal: AbortSignal;
  /** @param share 0 to 1 */
  onProgress: (share: number) => void;
}

/** A stalled upload ends after this long without a byte moving (milliseconds). */
const STALLED_AFTER = 45_000;

/** What the desk made of the file, or why it did not; a page of a proxy is neither. */
function resultOf(request: XMLHttpRequest): Attachment | ApiError {
  if (request.status !== 201) return errorOf(request);
  try {
    return JSON.parse(request.responseText) as Attachment;
  } catch {
    return new ApiError(502, 'unavailable', 'No answer of the desk');
  }
}

function errorOf(request: XMLHttpRequest): ApiError {
  try {
    const { error } = JSON.parse(request.responseText) as { error: { code: unknown } };
    if (isErrorCode(error.code)) return new ApiError(request.status, error.code, error.code);
  } catch {
    // A proxy answered, not the API: told by the status alone.
  }
  const code = request.status === 413 ? 'file_too_large' : 'unavailable';
  return new ApiError(request.status, code, request.statusText);
}

function send(file: File, token: string, options: UploadOptions): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let watch: ReturnType<typeof setTimeout> | undefined;
    const settle = (act: () => void): void => {
      clearTimeout(watch);
      options.signal.removeEventListener('abort', abort);
      act();
    };
    const stalled = (): void => {
      settle(() => reject(new ApiError(0, 'timeout', 'The upload stalled')));
      request.abort();
    };
    const keepWatch = (): void => {
      clearTimeout(watch);
      watch = setTimeout(stalled, STALLED_AFTER);
    };
    const abort = (): void => request.abort();

    // XMLHttpRequest, not fetch: only it tells how much has been sent.
    request.upload.addEventListener('progress', (event) => {
      keepWatch();
      if (event.lengthComputable) options.onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () =>
      settle(() => {
        const result = resultOf(request);
        if (result instanceof ApiError) reject(result);
        else resolve(result);
      }),
    );
    request.addEventListener('error', () =>
      settle(() => reject(new ApiError(0, 'network', 'The upload broke off'))),
    );
    request.addEventListener('abort', () =>
      settle(() => reject(new DOMException('Removed', 'AbortError'))),
    );
    options.signal.addEventListener('abort', abort);

    const body = new FormData();
    body.append('file', file, file.name);
    request.open('POST', '/api/v1/attachments');
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('idempotency-key', options.key);
    keepWatch();
    request.send(body);
  });
}

/** Uploads one file. Throws {@link ApiError}, or an AbortError after `signal`. */
export async function uploadFile(file: File, options: UploadOptions): Promise<Attachment> {
  const token = session.token() ?? (await renewToken());
  try {
    return await send(file, token, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    return send(file, await renewToken(), options);
  }
}
