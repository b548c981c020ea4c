import { ApiError } from '@tikethet/shared/client';
import type { FromEngine, ToEngine } from './protocol';
import type { TokenSource } from './tokenSource';

type Answer = (ToEngine & { type: 'token' })['answer'];

interface Waiting {
  resolve(token: string | null): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/** Milliseconds that main may take: a refresh with its own time limit, and some. */
const TIME_LIMIT = 30_000;

export interface RemoteTokens extends TokenSource {
  /** Main's answer to the question `id`. */
  answer(id: number, answer: Answer): void;
}

/** Tokens that are asked from main over the message port. */
export function createRemoteTokens(
  send: (message: FromEngine & { type: 'tokenWanted' }) => void,
): RemoteTokens {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function ask(renew: boolean, stale: string | null): Promise<string | null> {
    const id = (lastId += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new ApiError(0, 'timeout', 'no token within the time limit'));
      }, TIME_LIMIT);
      waiting.set(id, { resolve, reject, timer });
      send({ type: 'tokenWanted', id, renew, stale });
    });
  }

  return {
    current: () => ask(false, null),
    renew: (stale) => ask(true, stale),
    answer(id, answer) {
      const question = waiting.get(id);
      if (question === undefined) return;
      waiting.delete(id);
      clearTimeout(question.timer);
      if (answer.kind === 'offline') question.reject(new ApiError(0, 'network', 'no token now'));
      else question.resolve(answer.kind === 'token' ? answer.token : null);
    },
  };
}
