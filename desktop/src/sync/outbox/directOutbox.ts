import type { ApiClient } from '@tikethet/shared/client';
import type { BridgeError, Result } from '../../bridge';
import { fail } from '../../ipc/result';
import { writeOperation, type RoutedOperation } from '../../ipc/routes';
import { backoffDelay, type Backoff } from '../backoff';
import type { OutboxCommand } from './outbox';
import { laneOf } from './pending';
import { sendCommands } from './send';

export interface DirectOutboxOptions {
  api: ApiClient;
  /** How often a command is sent at most. */
  attempts?: number;
  backoff?: Backoff;
}

/** For changes that must not wait: sent at once, answered with the desk's answer. */
export interface DirectOutbox {
  /**
   * `network` or `timeout` when the desk could not be reached: nothing is known of the outcome
   * then; handing in the same key again is safe.
   */
  submit(command: OutboxCommand): Promise<Result<unknown>>;
  /** Ends: what waits is answered with `network`. */
  stop(): void;
}

/** Seconds; a longer Retry-After is the person's to decide, not ours to sit out. */
const LONGEST_WAIT = 10;

const REPEATED: ReadonlySet<BridgeError['code']> = new Set([
  'network',
  'timeout',
  'unavailable',
  'rate_limited',
]);

/** Sends at once and repeats the same key a bounded number of times; in order per resource. */
export function createDirectOutbox({
  api,
  attempts = 4,
  backoff = { base: 400, max: 4_000 },
}: DirectOutboxOptions): DirectOutbox {
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

  async function send({ id }: RoutedOperation, { key, input }: OutboxCommand) {
    for (let attempt = 0; ; attempt += 1) {
      if (stopped.signal.aborted) return fail('network');
      const sent = await sendCommands(api, [{ key, operation: id, input }], stopped.signal);
      const result = sent.get(key) ?? fail('internal');
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
