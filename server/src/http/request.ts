import { AppError } from '@tikethet/shared/errors';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { SYSTEM, type Actor } from '../domain/context';

const idempotencyKey = z.string().min(1).max(200);

/** The caller as the authentication middleware left it. */
export function actorOf(response: { locals: Record<string, unknown> }): Actor {
  return (response.locals.actor as Actor | undefined) ?? SYSTEM;
}

/** The `Idempotency-Key` header. @throws AppError `validation_failed` when it is malformed */
export function keyOf(request: Request): string | null {
  const header = request.header('idempotency-key');
  if (header === undefined) return null;
  const parsed = idempotencyKey.safeParse(header);
  if (!parsed.success) {
    throw new AppError('validation_failed', {
      issues: [{ path: 'Idempotency-Key', message: '1 to 200 characters' }],
    });
  }
  return parsed.data;
}

/** The id under which the request stands in the log; the logger has put it into the answer. */
export function requestId(response: Response): string {
  return String(response.getHeader('X-Request-Id'));
}
