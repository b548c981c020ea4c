import { operations } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import type { RequestHandler } from 'express';
import { toAppError, toEnvelope, toValidationError } from './errors';
import type { Executor } from './execute';
import { isHandled, type HandledOperation } from './handler';
import { actorOf, requestId } from './request';

/** Operations that change something and can be named in a command. */
function requireCommandable(id: string): HandledOperation {
  if (isHandled(id) && operations[id].method !== 'GET' && operations[id].access !== 'public') {
    return id;
  }
  throw new AppError('validation_failed', {
    issues: [{ path: 'operation', message: 'not an operation that a command may run' }],
  });
}

/** `POST /commands`: each command in a transaction of its own, in order, one result each. */
export function runCommands(executor: Executor): RequestHandler {
  const operation = operations['commands.run'];
  return async (request, response) => {
    const actor = actorOf(response);
    if (actor.person === null) throw new AppError('unauthorized');
    const parsed = operation.input.safeParse(request.body ?? {});
    if (!parsed.success) throw toValidationError(parsed.error);
    const results: { key: string; status: number; body: unknown }[] = [];
    for (const command of parsed.data.commands) {
      const version = command.baseVersion === undefined ? {} : { version: command.baseVersion };
      try {
        const answer = await executor.execute({
          operation: requireCommandable(command.operation),
          input: { ...version, ...command.input },
          actor,
          ip: request.ip ?? '',
          idempotencyKey: command.key,
        });
        results.push({ key: command.key, status: answer.status, body: answer.body ?? null });
      } catch (error) {
        const known = toAppError(error);
        if (known === null) request.log.error({ err: error }, 'command failed');
        const shown = known ?? new AppError('internal');
        results.push({
          key: command.key,
          status: shown.status,
          body: toEnvelope(shown, requestId(response)),
        });
      }
    }
    response.status(200).json({ results });
  };
}
