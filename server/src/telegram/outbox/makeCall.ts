import { GrammyError, type Api } from 'grammy';
import type { User } from '../../domain/people/user';
import { callApi } from '../api';
import type { OutCall } from './call';
import { quietly } from './quietly';

/** Ways to say the same that are tried in a row. */
const MOST_WAYS = 4;
/** Milliseconds that must be left of the claim after the call, to write down what became of it. */
const MARGIN = 5_000;

export interface Occasion {
  reader: User | null;
  clock: () => Date;
  /** When the claim ends: then nobody may be calling any more. */
  until: Date;
}

/**
 * Makes a call. A refusal had no effect, so what Telegram does not take in one way is sent in
 * another at once, where there is one: a picture as a file, a quote without its part.
 * @returns what Telegram answered, and the call that it took
 */
export async function makeCall(
  api: Api,
  call: OutCall,
  occasion: Occasion,
): Promise<{ result: unknown; call: OutCall }> {
  let current = call;
  for (let ways = 1; ; ways += 1) {
    const now = occasion.clock();
    const left = occasion.until.getTime() - now.getTime() - MARGIN;
    try {
      const params = quietly(current, occasion.reader, now);
      const timeout = Math.min(current.timeoutMs, left);
      return { result: await callApi(api, current.method, params, timeout), call: current };
    } catch (error) {
      const refused = error instanceof GrammyError && error.error_code === 400;
      const other = refused && ways < MOST_WAYS ? current.instead(error.description) : null;
      if (other === null) throw error;
      current = other;
    }
  }
}
