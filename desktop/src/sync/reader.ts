import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { operations, type OperationId, type Route } from '@tikethet/shared/contracts';
import type { Result } from '../bridge';
import { fail, failure, ok } from '../ipc/result';
import { readOperation } from '../ipc/routes';
import type { Answers } from './store/answers';
import type { LocalReads } from './store/localReads';

export interface ReaderOptions {
  api: ApiClient;
  local: LocalReads;
  answers: Answers;
  /** Whether the desk can be reached now, as far as is known. */
  isOnline: () => boolean;
  /** Whether the desk may be asked yet; else its last answer does. */
  mayAsk: () => boolean;
  /** An answer of the desk: the replica may take from it, and shows it with unsent changes. */
  received: (id: OperationId, input: Record<string, unknown>, value: unknown) => unknown;
  /** Something incomplete or old was given for want of a connection. */
  madeDo: () => void;
}

export interface Reader {
  /**
   * Answers from the replica where it holds everything that was asked for; else asks the desk, and
   * without a connection gives what the replica has, or the desk's last answer to the same
   * question. Equal questions that are under way share one request.
   */
  read(route: string, input: Record<string, unknown>): Promise<Result<unknown>>;
  /** What is under way may have been answered before now: it is not shared any more. */
  forget(): void;
}

/** Checks an answer of the desk against the contract. */
export function parseOutput(id: OperationId, value: unknown): Result<unknown> {
  const parsed = operations[id].output.safeParse(value);
  return parsed.success ? ok(parsed.data) : fail('internal', 502, { reason: 'unexpected_answer' });
}

/** Milliseconds that the desk has for an answer before its last one does, while it seems away. */
const PATIENCE = 1_000;

const UNREACHABLE: ReadonlySet<string> = new Set(['network', 'timeout', 'unavailable']);

/** The answer, or null when it does not come while somebody would wait for it. */
function soon(answer: Promise<Result<unknown>>): Promise<Result<unknown> | null> {
  const late = pause(PATIENCE, null, { ref: false });
  return Promise.race([answer, late]);
}

export function createReader(options: ReaderOptions): Reader {
  const { api, local, answers } = options;
  const running = new Map<string, Promise<Result<unknown>>>();
  let generation = 0;

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
      if (!result.ok) return result;
      if (asked === generation) answers.keep(key, result.value);
      return ok(options.received(id, input, result.value));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return failure(error);
    }
  }

  function shared(key: string, request: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
    const under = running.get(key);
    if (under !== undefined) return under;
    const answer = request().finally(() => {
      if (running.get(key) === answer) running.delete(key);
    });
    running.set(key, answer);
    return answer;
  }

  return {
    async read(route, input) {
      const operation = readOperation(route);
      if (operation === null) return fail('invalid_ipc', 0, { path: 'route' });
      const { id } = operation;
      const asks = options.isOnline() && local.isPartial(id);
      const found = asks ? null : local.answer(id, input);
      if (found?.complete) return ok(found.value);
      if (found !== null && !options.isOnline()) {
        options.madeDo();
        return ok(found.value);
      }
      const key = `${route} ${JSON.stringify(Object.entries(input).sort())}`;
      if (!options.mayAsk()) {
        const kept = answers.find(id, key);
        if (kept !== null) {
          options.madeDo();
          return ok(options.received(id, input, kept));
        }
      }
      const asked = shared(key, () => ask(key, route, id, input));
      const result = await (options.isOnline() ? asked : soon(asked));
      if (result !== null && (result.ok || !UNREACHABLE.has(result.error.code))) return result;
      options.madeDo();
      // Asked again: the replica may have learned while the desk kept silent.
      const now = local.answer(id, input);
      if (now !== null) return ok(now.value);
      const kept = answers.find(id, key);
      return kept === null ? asked : ok(options.received(id, input, kept));
    },
    forget() {
      generation += 1;
      running.clear();
    },
  };
}
