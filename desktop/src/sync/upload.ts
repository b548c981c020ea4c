import { ApiError } from '@tikethet/shared/client';
import { type Attachment, attachment } from '@tikethet/shared/contracts';
import { isErrorCode } from '@tikethet/shared/errors';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Result } from '../bridge';
import { fail, failure, ok } from '../ipc/result';
import type { TokenSource } from './tokenSource';

export interface OutgoingFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** Bytes handed to the socket at a time: the grain of the progress. */
const CHUNK = 64 * 1024;
/** Milliseconds for one upload: 50 MB at 1 Mbit/s, and some. */
const TIME_LIMIT = 10 * 60_000;

const refusal = z.object({
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).default({}) }),
});

/** A multipart body with the field `file`; `fetch` tells no progress of a FormData. */
function multipart(file: OutgoingFile, onProgress: (share: number) => void) {
  const boundary = `tikethet-${randomUUID()}`;
  const quoted = file.name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted}"\r\n` +
      `Content-Type: ${type}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);

  function* parts(): Generator<Uint8Array> {
    yield head;
    for (let sent = 0; sent < file.bytes.length; sent += CHUNK) {
      onProgress(sent / file.bytes.length);
      yield file.bytes.subarray(sent, sent + CHUNK);
    }
    yield tail;
  }
  const source = parts();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = source.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

async function toResult(response: Response): Promise<Result<Attachment>> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const parsed = attachment.safeParse(body);
    return parsed.success
      ? ok(parsed.data)
      : fail('internal', 502, { reason: 'unexpected_answer' });
  }
  const refused = refusal.safeParse(body);
  if (!refused.success || !isErrorCode(refused.data.error.code)) {
    return fail('unavailable', response.status);
  }
  return fail(refused.data.error.code, response.status, refused.data.error.details);
}

/**
 * Uploads one file.
 * @param baseUrl of the API, without a slash at its end
 * @param key the same key with the same file is one upload, however often it is sent
 * @param onProgress gets the share that was handed to the network, 0–1; 1 comes with the answer
 */
export async function uploadFile(
  baseUrl: string,
  tokens: TokenSource,
  file: OutgoingFile,
  onProgress: (share: number) => void,
  key: string,
): Promise<Result<Attachment>> {
  const limit = AbortSignal.timeout(TIME_LIMIT);

  async function send(token: string | null): Promise<Response> {
    const { type, body } = multipart(file, onProgress);
    const headers = new Headers({ 'content-type': type, 'idempotency-key': key });
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const request = { method: 'POST', headers, body, duplex: 'half', signal: limit } as const;
    try {
      return await fetch(`${baseUrl}/attachments`, request);
    } catch (error) {
      throw new ApiError(0, limit.aborted ? 'timeout' : 'network', String(error));
    }
  }

  try {
    const token = await tokens.current();
    let response = await send(token);
    if (response.status === 401) {
      await response.body?.cancel();
      const renewed = await tokens.renew(token);
      if (renewed === null) return fail('session_revoked', 401);
      response = await send(renewed);
    }
    const result = await toResult(response);
    if (result.ok) onProgress(1);
    return result;
  } catch (error) {
    return failure(error);
  }
}
