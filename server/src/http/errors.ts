import { AppError, type ErrorEnvelope } from '@tikethet/shared/errors';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { requestId } from './request';

/** The path and reason of everything that is wrong with an input. */
export function toValidationError(error: z.ZodError): AppError {
  return new AppError('validation_failed', {
    issues: error.issues.slice(0, 20).map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
      ...(issue.code === 'unrecognized_keys' ? { keys: issue.keys } : {}),
    })),
  });
}

const bodyParserError = z.object({ type: z.string(), status: z.number() });
const databaseError = z.object({ nativeError: z.object({ code: z.string() }) });

/** Postgres's class 22, data exceptions: text it cannot hold, such as a NUL character. */
function isDataException(error: unknown): boolean {
  const parsed = databaseError.safeParse(error);
  return parsed.success && parsed.data.nativeError.code.startsWith('22');
}

/** Turns whatever was thrown into one of our errors; null for a defect. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return toValidationError(error);
  if (isDataException(error)) return new AppError('validation_failed', { issues: [] });
  const parsed = bodyParserError.safeParse(error);
  if (!parsed.success || parsed.data.status >= 500) return null;
  if (parsed.data.type === 'entity.too.large') return new AppError('payload_too_large');
  if (parsed.data.status === 415) return new AppError('unsupported_media_type');
  return new AppError('invalid_json');
}

/** The body of an error answer. */
export function toEnvelope(error: AppError, requestId: string): ErrorEnvelope {
  return {
    error: { code: error.code, message: error.message, details: error.details, requestId },
  };
}

const retryDetails = z.object({ retryAfter: z.number() });

/** Answers every error; mounted last. */
export const errorHandler: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const known = toAppError(error);
  if (known === null) request.log.error({ err: error as unknown }, 'request failed');
  const shown = known ?? new AppError('internal');
  const retry = retryDetails.safeParse(shown.details);
  if (retry.success) response.setHeader('Retry-After', String(retry.data.retryAfter));
  if (shown.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(shown.status).json(toEnvelope(shown, requestId(response)));
};

/** Answers what no route did. */
export const unknownRoute: RequestHandler = () => {
  throw new AppError('not_found', { resource: 'route' });
};
