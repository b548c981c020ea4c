import type { IncomingMessage } from 'node:http';
import { badRequest, TelegramApiError } from './apiError';
import { parseMultipart } from './multipart';
import { Params, type Upload } from './params';

/** Telegram's upload limit for bots is 50 MB; the envelope of the request comes on top of it. */
export const maxUploadBytes = 50 * 1024 * 1024;
const maxBodyBytes = maxUploadBytes + 256 * 1024;

/** Reads query and body of a Bot API call into parameters; throws 413 over 50 MB, 400 on broken JSON. */
export async function readParams(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Params> {
  const body = await readAll(request, maxBodyBytes);
  const type = request.headers['content-type'] ?? '';
  const fromQuery = Object.fromEntries(query);
  if (/^multipart\/form-data/i.test(type)) {
    const parsed = parseMultipart(body, type);
    if (parsed === null) throw badRequest('wrong multipart boundary');
    const uploads = new Map<string, Upload>();
    for (const { field, file } of parsed.uploads) {
      if (file.body.length > maxUploadBytes) throw tooLarge();
      uploads.set(field, file);
    }
    return new Params({ ...fromQuery, ...parsed.fields }, uploads);
  }
  if (/^application\/json/i.test(type)) {
    return new Params({ ...fromQuery, ...parseObject(body.toString('utf8')) });
  }
  return new Params({ ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString())) });
}

/**
 * Collects a request body; past `limit` bytes throws Telegram's 413, but only after the rest was read
 * and dropped: answering earlier would reset the connection and the client would never see the 413.
 */
export async function readAll(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(chunks);
}

function tooLarge(): TelegramApiError {
  return new TelegramApiError(413, 'Request Entity Too Large');
}

function parseObject(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    throw badRequest("can't parse JSON object");
  }
  throw badRequest("can't parse JSON object");
}
