import { operations, pathParams, type Operation } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { Router, type Request, type RequestHandler } from 'express';
import type { Executor } from './execute';
import { runCommands } from './commands';
import { isHandled, type HandledOperation } from './handler';
import { actorOf, keyOf } from './request';
import { viewAs } from './viewAs';

/** Path, query and body as one flat object; a name may come from one place only. */
function flatInput(operation: Operation, request: Request): Record<string, unknown> {
  const rest: unknown =
    operation.method === 'GET' || operation.method === 'DELETE'
      ? request.query
      : (request.body ?? {});
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) {
    throw new AppError('validation_failed', {
      issues: [{ path: '', message: 'the body must be a JSON object' }],
    });
  }
  const params = pathParams(operation.path);
  const doubled = params.filter((name) => Object.hasOwn(rest, name));
  if (doubled.length > 0) {
    throw new AppError('validation_failed', {
      issues: [{ path: doubled.join(', '), message: 'belongs in the path' }],
    });
  }
  const fromPath = Object.fromEntries(params.map((name) => [name, request.params[name]]));
  return { ...rest, ...fromPath };
}

function serve(executor: Executor, id: HandledOperation): RequestHandler {
  const operation: Operation = operations[id];
  const keeps = operation.method !== 'GET' && operation.access !== 'public';
  return async (request, response) => {
    const answer = await executor.execute({
      operation: id,
      input: flatInput(operation, request),
      actor: actorOf(response),
      ip: request.ip ?? '',
      idempotencyKey: keeps ? keyOf(request) : null,
    });
    if (answer.body === undefined) response.status(answer.status).end();
    else response.status(answer.status).json(answer.body);
  };
}

/** Every operation of the contract as an Express route. */
export function mountOperations(executor: Executor): Router {
  const router = Router({ caseSensitive: true });
  for (const id of Object.keys(operations)) {
    if (!isHandled(id)) continue;
    const { method, path } = operations[id];
    const route = path.replace(/\{(\w+)\}/g, ':$1');
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    router[verb](route, serve(executor, id));
  }
  router.post('/commands', runCommands(executor));
  router.get('/view-as/:role', viewAs(executor));
  return router;
}
