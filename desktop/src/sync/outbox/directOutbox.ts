import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { operations } from '@tikethet/shared/contracts';
import { isErrorCode } from '@tikethet/shared/errors';
import { z } from 'zod';
import type { BridgeError, Result } from '../bridge';
import { fail, failure } from '../ipc/result';
import { writeOperation, type RoutedOperation } from '../ipc/routes';
import { backoffDelay, type Backoff } from './backoff';
import type { Outbox, OutboxCommand } from './outbox';
import { parseOutput } from './reader';

export interface DirectOutboxOptions {
  api: ApiClient;
  /** How often a command is sent at most. */
  attempts?: number;
  backoff?: Backoff;
}

/** Seconds; a longer Retry-After is the person's to decide, not ours to sit out. */
const LONGEST_WAIT = 10;

const envelope = z.object({
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).default({}) }),
});
const answer = operations['commands.run'].output;

/** Commands with the same lane go one after the other. */
function laneOf(operation: RoutedOperation, command: OutboxCommand): string {
  const { id } = command.input;
  const resource = operation.path.split('/')[1] ?? '';
  return typeof id === 'string' ? `${resource}:${id}` : command.key;
}

function toResult(operation: RoutedOperation, status: number, body: unknown): Result<unknown> {
  // JSON has no `undefined`: an empty answer may come as null.
  if (status === 204) return parseOutput(operation.id, undefined);
  if (status < 400) return parseOutput(operation.id, body);
  const refused = envelope.safeParse(body);
  if (!refused.success || !isErrorCode(refused.data.error.code)) return fail('internal', status);
  return fail(refused.data.error.code, status, refused.data.error.details);
}

const REPEATED: ReadonlySet<BridgeError['code']> = new Set([
  'network',
  'timeout',
  'unavailable',
  'rate_limited',
]);

/** An outbox that sends at once and repeats the same key a bounded number of times. */
export function createDirectOutbox({
  api,
  attempts = 4,
  backoff = { base: 400, max: 4_000 },
}: DirectOutboxOptions): Outbox {
  const lanes = new Map<string, Promise<unknown>>();
  const stopped = new AbortController();

  /** Milliseconds. */
  function pause(wait: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, wait);
      function done(): void {
        clearTimeout(timer);
        stopped.signal.removeEventListener('abort', done);
        resolve();
      }
      stopped.signal.addEventListener('abort', done);
    });
  }

  async function sendOnce(
    operation: RoutedOperation,
    { key, input }: OutboxCommand,
  ): Promise<Result<unknown>> {
    try {
      const commands = [{ key, operation: operation.id, input }];
      const sent = await api('POST /commands', { commands }, { signal: stopped.signal });
      const result = answer.parse(sent).results.find((item) => item.key === key);
      if (result === undefined) return fail('internal', 502, { reason: 'unexpected_answer' });
      return toResult(operation, result.status, result.body);
    } catch (error) {
      if (stopped.signal.aborted) return fail('network');
      if (error instanceof ApiError) return failure(error);
      return fail('internal', 502, { reason: 'unexpected_answer' });
    }
  }

  async function send(operation: RoutedOperation, command: OutboxCommand) {
    for (let attempt = 0; ; attempt += 1) {
      if (stopped.signal.aborted) return fail('network');
      const result = await sendOnce(operation, command);
      if (result.ok || !REPEATED.has(result.error.code) || attempt + 1 >= attempts) return result;
      const { retryAfter } = result.error.details;
      const asked = typeof retryAfter === 'number' ? retryAfter : 0;
      if (asked > LONGEST_WAIT) return result;
      await pause(Math.max(asked * 1_000, backoffDelay(attempt, backoff)));
    }
  }

  return {
    async submit(command) {
      const operation = writeOperation(command.route);
      if (operation === null) return fail('invalid_ipc', 0, { path: 'route' });
      const lane = laneOf(operation, command);
      const before = lanes.get(lane) ?? Promise.resolve();
      const result = before.then(() => send(operation, command));
      lanes.set(lane, result);
      try {
        return await result;
      } finally {
        if (lanes.get(lane) === result) lanes.delete(lane);
      }
    },
    stop: () => stopped.abort(),
  };
}
