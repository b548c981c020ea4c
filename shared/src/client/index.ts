import type { InputOf, OperationOf, OutputOf, Route } from '../contracts';
import { isErrorCode, type ErrorCode, type ErrorEnvelope } from '../errors';

/** An answer of the API that is not a success. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'network' | 'timeout';
  readonly details: Record<string, unknown>;
  /** Seconds, from Retry-After. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: ApiError['code'],
    message: string,
    details: Record<string, unknown> = {},
    retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

export interface ApiClientOptions {
  /** Without a slash at the end, e.g. `https://desk.example.com/api/v1`. */
  baseUrl: string;
  /** Current access token, or null before sign-in. */
  token: () => string | null;
  /** Called once after a 401; a new token, or null when the session is over. */
  renew?: () => Promise<string | null>;
  /** Milliseconds. */
  timeout?: number;
  fetch?: typeof fetch;
}

export interface CallOptions {
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface ApiClient {
  <R extends Route>(
    route: R,
    input: InputOf<OperationOf<R>>,
    options?: CallOptions,
  ): Promise<OutputOf<OperationOf<R>>>;
}

/** Splits an operation's flat input over path, query and body. */
export function toRequest(
  route: string,
  input: Record<string, unknown>,
): { method: string; path: string; body: string | undefined } {
  const [method = 'GET', template = '/'] = route.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (method !== 'GET' && method !== 'DELETE') return { method, path, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) query.set(name, `${value as string | number | boolean}`);
  }
  const suffix = query.toString();
  return { method, path: suffix === '' ? path : `${path}?${suffix}`, body: undefined };
}

/** Why there is no answer, or only a part of one. */
function unreachable(error: unknown): ApiError {
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  return new ApiError(0, timedOut ? 'timeout' : 'network', String(error));
}

/**
 * The JSON of an answer; undefined where there is none.
 * @throws ApiError `network` or `timeout`: a connection that ends in the middle of a body has
 * answered nothing
 */
export async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    return await response.json();
  } catch (error) {
    throw unreachable(error);
  }
}

async function toError(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
  try {
    const { error } = (await response.json()) as ErrorEnvelope;
    if (isErrorCode(error.code)) {
      return new ApiError(response.status, error.code, error.message, error.details, seconds);
    }
  } catch {
    // No JSON, or none of an envelope: told below.
  }
  // A proxy answered, not the API; what it calls an error is none of ours.
  return new ApiError(response.status, 'unavailable', response.statusText, {}, seconds);
}

/** A typed client: `await api('GET /tickets/{id}', { id })`. Throws {@link ApiError}. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  // Called through an arrow: browsers refuse a `fetch` that has lost its window.
  const fetchNow: typeof fetch = options.fetch ?? ((...args) => fetch(...args));

  async function send(
    request: { method: string; path: string; body: string | undefined },
    token: string | null,
    call: CallOptions,
  ): Promise<Response> {
    const headers = new Headers();
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (call.idempotencyKey !== undefined) headers.set('idempotency-key', call.idempotencyKey);
    const limit = AbortSignal.timeout(options.timeout ?? 15_000);
    const signal = call.signal ? AbortSignal.any([limit, call.signal]) : limit;
    try {
      return await fetchNow(options.baseUrl + request.path, {
        method: request.method,
        headers,
        body: request.body,
        signal,
      });
    } catch (error) {
      if (call.signal?.aborted) throw error;
      throw unreachable(error);
    }
  }

  return async (route, input, call = {}) => {
    const request = toRequest(route, input);
    let response = await send(request, options.token(), call);
    if (response.status === 401 && options.renew) {
      const token = await options.renew();
      if (token !== null) response = await send(request, token, call);
    }
    if (!response.ok) throw await toError(response);
    return (await readJson(response)) as never;
  };
}
