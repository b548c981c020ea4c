import { ApiError, readJson } from '@tikethet/shared/client';
import { attachment, operations, type Attachment } from '@tikethet/shared/contracts';
import { isErrorCode } from '@tikethet/shared/errors';
import { PART_BYTES } from '@tikethet/shared/tickets';
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
/** Milliseconds for one small file: a megabyte at 64 kbit/s, and some. */
const TIME_LIMIT = 3 * 60_000;
/** Milliseconds for one part of a large one. */
const PART_LIMIT = 3 * 60_000;

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

async function toResult<T>(response: Response, schema: z.ZodType<T>): Promise<Result<T>> {
  if (response.ok) {
    const parsed = schema.safeParse(await readJson(response));
    return parsed.success
      ? ok(parsed.data)
      : fail('unavailable', 502, { reason: 'unexpected_answer' });
  }
  const refused = refusal.safeParse(await response.json().catch(() => null));
  if (!refused.success || !isErrorCode(refused.data.error.code)) {
    return fail('unavailable', response.status);
  }
  return fail(refused.data.error.code, response.status, refused.data.error.details);
}

/**
 * Asks with a token, and once more with a newer one when it is refused.
 * @throws ApiError `network` or `timeout`
 */
async function ask<T>(
  tokens: TokenSource,
  schema: z.ZodType<T>,
  url: string,
  request: () => RequestInit & { duplex?: 'half' },
  limit: number,
): Promise<Result<T>> {
  async function send(token: string | null): Promise<Response> {
    const signal = AbortSignal.timeout(limit);
    const { headers, ...rest } = request();
    const all = new Headers(headers);
    if (token !== null) all.set('authorization', `Bearer ${token}`);
    try {
      return await fetch(url, { ...rest, headers: all, signal });
    } catch (error) {
      throw new ApiError(0, signal.aborted ? 'timeout' : 'network', String(error));
    }
  }

  const token = await tokens.current();
  let response = await send(token);
  if (response.status === 401) {
    await response.body?.cancel();
    const renewed = await tokens.renew(token);
    if (renewed === null) return fail('session_revoked', 401);
    response = await send(renewed);
  }
  return toResult(response, schema);
}

const progress = operations['attachments.putPart'].output;

/**
 * Sends a file part by part, going on where an earlier try was cut.
 * @throws ApiError as `ask`
 */
async function uploadInParts(
  baseUrl: string,
  tokens: TokenSource,
  file: OutgoingFile,
  onProgress: (share: number) => void,
  key: string,
): Promise<Result<Attachment>> {
  const url = `${baseUrl}/attachments/uploads/${encodeURIComponent(key)}`;
  const size = file.bytes.length;
  const look = () => ask(tokens, progress, url, () => ({ method: 'GET' }), PART_LIMIT);
  let state = await look();
  // Each round brings a part or learns where to go on; more of them than this lead nowhere.
  for (let round = 0; round <= 2 * Math.ceil(size / PART_BYTES) + 2; round += 1) {
    if (!state.ok) return state;
    const { received, attachment: made } = state.value;
    onProgress(Math.min(1, received / size));
    if (made !== null) return ok(made);
    const query = new URLSearchParams({
      ...{ name: file.name, size: String(size), offset: String(received) },
    });
    const body = file.bytes.slice(received, received + PART_BYTES);
    const headers = { 'content-type': 'application/octet-stream' };
    const request = () => ({ method: 'PUT', headers, body });
    state = await ask(tokens, progress, `${url}?${query.toString()}`, request, PART_LIMIT);
    if (!state.ok && state.error.code === 'conflict') state = await look();
  }
  return fail('unavailable', 503);
}

/**
 * Uploads one file: a large one in parts, of which a cut connection costs the last at most.
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
  try {
    if (file.bytes.length > PART_BYTES) {
      return await uploadInParts(baseUrl, tokens, file, onProgress, key);
    }
    const request = () => {
      const { type, body } = multipart(file, onProgress);
      const headers = { 'content-type': type, 'idempotency-key': key };
      return { method: 'POST', headers, body, duplex: 'half' as const };
    };
    const result = await ask(tokens, attachment, `${baseUrl}/attachments`, request, TIME_LIMIT);
    if (result.ok) onProgress(1);
    return result;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failure(error);
  }
}
