import type { ApiClient } from '@tikethet/shared/client';
import { operations, type OperationId, type Route } from '@tikethet/shared/contracts';
import type { Result } from '../bridge';
import { fail, failure, ok } from '../ipc/result';
import { readOperation } from '../ipc/routes';

/** Answers kept for the time without a network. */
const KEPT_ANSWERS = 300;

export interface Reader {
  /**
   * Asks the desk; without a network gives the last answer to the same question. Equal questions
   * that are under way share one request.
   */
  read(route: string, input: Record<string, unknown>): Promise<Result<unknown>>;
  /** Forgets every answer. */
  clear(): void;
}

/** Checks an answer of the desk against the contract. */
export function parseOutput(id: OperationId, value: unknown): Result<unknown> {
  const parsed = operations[id].output.safeParse(value);
  return parsed.success ? ok(parsed.data) : fail('internal', 502, { reason: 'unexpected_answer' });
}

/** A reader over HTTP that remembers in memory. The local store will stand in front of it. */
export function createReader(api: ApiClient): Reader {
  const kept = new Map<string, unknown>();
  const running = new Map<string, Promise<Result<unknown>>>();
  let generation = 0;

  function keep(key: string, value: unknown): void {
    kept.delete(key);
    kept.set(key, value);
    if (kept.size <= KEPT_ANSWERS) return;
    const oldest = kept.keys().next();
    if (!oldest.done) kept.delete(oldest.value);
  }

  async function ask(
    key: string,
    route: string,
    id: OperationId,
    input: Record<string, unknown>,
  ): Promise<Result<unknown>> {
    const asked = generation;
    try {
      // Main has checked route and input; their pairing cannot be expressed here.
      const result = parseOutput(id, await api(route as Route, input as never));
      if (result.ok && asked === generation) keep(key, result.value);
      return result;
    } catch (error) {
      const failed = failure(error);
      const offline = failed.error.code === 'network' || failed.error.code === 'timeout';
      return offline && kept.has(key) ? ok(kept.get(key)) : failed;
    }
  }

  return {
    async read(route, input) {
      const operation = readOperation(route);
      if (operation === null) return fail('invalid_ipc', 0, { path: 'route' });
      const key = `${route} ${JSON.stringify(Object.entries(input).sort())}`;
      const under = running.get(key);
      if (under !== undefined) return under;
      const answer = ask(key, route, operation.id, input).finally(() => {
        if (running.get(key) === answer) running.delete(key);
      });
      running.set(key, answer);
      return answer;
    },
    clear() {
      generation += 1;
      kept.clear();
      // What is under way may have been answered before the reset.
      running.clear();
    },
  };
}
