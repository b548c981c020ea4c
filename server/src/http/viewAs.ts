import { operations } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import type { RequestHandler } from 'express';
import { toValidationError } from './errors';
import type { Executor } from './execute';
import { isHandled, type HandledOperation } from './handler';
import { actorOf } from './request';

/** The operation behind a route; only such as read. */
function requireReadable(route: string): HandledOperation {
  const [id] = Object.keys(operations)
    .filter(isHandled)
    .filter((one) => `${operations[one].method} ${operations[one].path}` === route);
  if (id !== undefined && route.startsWith('GET ')) return id;
  throw new AppError('not_found', { resource: 'operation' });
}

function readInput(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Not JSON: refused like anything else that is no object.
  }
  throw new AppError('validation_failed', {
    issues: [{ path: 'input', message: 'must be a JSON object' }],
  });
}

/** `GET /view-as/{role}`: the usual door, behind it the caller with another role. */
export function viewAs(executor: Executor): RequestHandler {
  const { input } = operations['permissions.viewAs'];
  return async (request, response) => {
    const parsed = input.safeParse({ ...request.query, ...request.params });
    if (!parsed.success) throw toValidationError(parsed.error);
    const { role, route } = parsed.data;
    const { body } = await executor.execute({
      operation: requireReadable(route),
      input: readInput(parsed.data.input),
      actor: await executor.seenAs(actorOf(response), role),
      ip: request.ip ?? '',
      idempotencyKey: null,
    });
    response.status(200).json({ answer: body });
  };
}
