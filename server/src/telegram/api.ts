import { Api, GrammyError, HttpError } from 'grammy';
import type { TelegramSettings } from './settings';

/** The Bot API was not reached, or a server on the way said that it did not do the work. */
export class NotDoneError extends Error {
  override name = 'NotDoneError';
  constructor(
    message: string,
    /** HTTP status, or null when nobody answered. */
    readonly status: number | null,
  ) {
    super(message);
  }
}

/** Codes of failures before the first byte of a request left. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...inner, ...codesOf(error.cause)];
}

/**
 * `fetch` that tells failures without effect apart. Node's own is used because it never reuses a
 * connection that the server is about to close, which would make the outcome unknown.
 */
async function telegramFetch(url: string, init: RequestInit): Promise<Response> {
  const { signal, ...rest } = init;
  const controller = new AbortController();
  // grammY brings its own kind of signal, which Node's fetch refuses.
  if (signal?.aborted) controller.abort();
  else signal?.addEventListener('abort', () => controller.abort());
  let response: Response;
  try {
    response = await fetch(url, { ...rest, signal: controller.signal });
  } catch (error) {
    const codes = codesOf(error);
    if (codes.length > 0 && codes.every((code) => BEFORE_SENDING.has(code))) {
      throw new NotDoneError(codes[0] ?? 'unreachable', null);
    }
    throw error;
  }
  // Telegram's servers and the proxies before them answer 5xx, or a page instead of JSON (413), when
  // they did not do the work.
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (response.status >= 500 || (response.status >= 400 && !isJson)) {
    await response.body?.cancel();
    throw new NotDoneError(`Telegram answered ${response.status}`, response.status);
  }
  return response;
}

/** grammY's client for one bot. */
export function createApi(settings: Pick<TelegramSettings, 'token' | 'apiRoot'>): Api {
  return new Api(settings.token, {
    apiRoot: settings.apiRoot,
    // grammY types this as node-fetch, but calls it with what both understand.
    fetch: telegramFetch,
  });
}

type Call = (...args: (Record<string, unknown> | AbortSignal)[]) => Promise<unknown>;

/** Methods that take nothing, which grammY therefore calls with the signal alone. */
const WITHOUT_PARAMS = new Set(['getMe', 'getWebhookInfo']);

/**
 * Calls a method by its name.
 * @param timeoutMs after which the call is given up, its outcome unknown
 * @param stop gives the call up earlier
 * @throws GrammyError when Telegram refuses, NotDoneError when there was no effect, HttpError or
 * an AbortError when nobody knows
 */
export async function callApi(
  api: Api,
  method: string,
  params: Record<string, unknown>,
  timeoutMs: number,
  stop?: AbortSignal,
): Promise<unknown> {
  const call = (api.raw as unknown as Record<string, Call | undefined>)[method];
  if (call === undefined) throw new Error(`Bot API has no method ${method}`);
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = stop === undefined ? timeout : AbortSignal.any([timeout, stop]);
  try {
    return await (WITHOUT_PARAMS.has(method) ? call(signal) : call(params, signal));
  } catch (error) {
    // JSON, but none of Telegram's: a proxy has answered, and refused nothing for Telegram.
    if (error instanceof GrammyError && !Number.isInteger(error.error_code)) {
      throw new Error('the answer was not Telegram’s');
    }
    throw error instanceof HttpError && error.error instanceof NotDoneError ? error.error : error;
  }
}

/** What went wrong, in words without the token (grammY's own messages may hold the address). */
export function describeFailure(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
  if (error instanceof HttpError) {
    return codesOf(error.error)[0] ?? (error.error instanceof Error ? error.error.name : 'network');
  }
  return error instanceof Error ? error.message : String(error);
}
