/**
 * Every error a person or a program can meet: its HTTP status and whether the same request may be
 * repeated unchanged later. Texts live in `locales` under `errors.<code>`.
 */
export const ERRORS = {
  invalid_json: { status: 400, retryable: false },
  invalid_cursor: { status: 400, retryable: false },
  authorization_pending: { status: 400, retryable: true },
  slow_down: { status: 400, retryable: true },
  unauthorized: { status: 401, retryable: false },
  invalid_init_data: { status: 401, retryable: false },
  expired_init_data: { status: 401, retryable: false },
  invalid_token: { status: 401, retryable: false },
  token_expired: { status: 401, retryable: true },
  session_revoked: { status: 401, retryable: false },
  invalid_refresh_token: { status: 401, retryable: false },
  invalid_device_code: { status: 401, retryable: false },
  expired_token: { status: 401, retryable: false },
  invalid_signature: { status: 401, retryable: false },
  invalid_webhook_secret: { status: 401, retryable: false },
  access_denied: { status: 403, retryable: false },
  account_blocked: { status: 403, retryable: false },
  forbidden: { status: 403, retryable: false },
  edit_window_passed: { status: 403, retryable: false },
  not_found: { status: 404, retryable: false },
  conflict: { status: 409, retryable: false },
  ticket_closed: { status: 409, retryable: false },
  illegal_transition: { status: 409, retryable: false },
  category_in_use: { status: 409, retryable: false },
  already_exists: { status: 409, retryable: false },
  last_developer: { status: 409, retryable: false },
  not_resendable: { status: 409, retryable: false },
  not_mergeable: { status: 409, retryable: false },
  too_many_pins: { status: 409, retryable: false },
  cursor_expired: { status: 410, retryable: false },
  payload_too_large: { status: 413, retryable: false },
  file_too_large: { status: 413, retryable: false },
  unsupported_media_type: { status: 415, retryable: false },
  file_type_not_allowed: { status: 415, retryable: false },
  validation_failed: { status: 422, retryable: false },
  idempotency_mismatch: { status: 422, retryable: false },
  rate_limited: { status: 429, retryable: true },
  too_many_tickets: { status: 429, retryable: true },
  internal: { status: 500, retryable: true },
  unavailable: { status: 503, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof ERRORS;

/** The body of every error answer, on HTTP, in `POST /commands` results and on the socket. */
export interface ErrorEnvelope {
  error: {
    code: ErrorCode;
    /** English, for developers; people see `errors.<code>` of their language. */
    message: string;
    details: Record<string, unknown>;
    requestId: string;
  };
}

/** An expected failure. Anything else that is thrown is a defect and becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}, message: string = code) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }
}

/** Whether a code that arrived over a wire is one of ours. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
