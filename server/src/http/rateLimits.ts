import { AppError } from '@tikethet/shared/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests a minute before `RATE_LIMIT_FACTOR`. */
const PER_MINUTE = { person: 600, address: 30, newTickets: 10, suggestions: 60 } as const;
export type LimitName = keyof typeof PER_MINUTE;

/** Counts what a person or an address does in a minute. */
export class RateLimits {
  readonly #limiters: ReadonlyMap<LimitName, RateLimiterMemory>;

  /** @param factor multiplies every limit; 0 turns them off */
  constructor(readonly factor: number) {
    const names = factor === 0 ? [] : (Object.keys(PER_MINUTE) as LimitName[]);
    this.#limiters = new Map(
      names.map((name) => [
        name,
        new RateLimiterMemory({
          points: Math.max(1, Math.round(PER_MINUTE[name] * factor)),
          duration: 60,
        }),
      ]),
    );
  }

  /** @throws AppError `rate_limited` with `retryAfter` in seconds */
  async consume(name: LimitName, key: string): Promise<void> {
    try {
      await this.#limiters.get(name)?.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new AppError('rate_limited', {
        limit: name,
        retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)),
      });
    }
  }
}
