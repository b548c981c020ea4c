import type { Logger } from 'pino';
import { advanceBroadcasts } from '../../domain/broadcasts/advanceBroadcasts';
import type { Desk } from '../../domain/desk';
import { WakeLoop } from '../../platform/wakeLoop';

/** Milliseconds: the sender works off what is queued of a broadcast in twice to four times as many. */
const EVERY = 1_000;

/** Feeds broadcasts to the sender in slices, so that its queue never holds thousands of rows. */
export class Broadcaster {
  readonly #loop: WakeLoop;

  constructor(private readonly deps: { desk: Desk; log: Logger }) {
    this.#loop = new WakeLoop({
      every: EVERY,
      work: () => this.#round(),
      onError: (error) => deps.log.error({ err: error }, 'telegram: a broadcast does not advance'),
    });
  }

  wake(): void {
    this.#loop.wake();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #round(): Promise<void> {
    if (await advanceBroadcasts(this.deps.desk)) this.wake();
  }
}
