import { setTimeout as pause } from 'node:timers/promises';

export interface WakeLoopOptions {
  /** One round. What it finds undone it may leave to another round by waking the loop itself. */
  work: () => Promise<void>;
  /** A round failed; the next one comes with the timer or the next wake-up. */
  onError: (error: unknown) => void;
  /** Milliseconds between rounds without a wake-up: how soon a missed one is made up for. */
  every: number;
  /**
   * Milliseconds from the beginning of one round to that of the next at least, so that what comes
   * close together is done together. The first wake-up after a rest is answered at once.
   */
  gap?: number;
}

/**
 * Runs work whenever woken and from time to time by itself, one round at a time: a wake-up during
 * a round means another round after it, however many there were.
 */
export class WakeLoop {
  #again = false;
  /** When the last round began. */
  #began = -Infinity;
  #stopped = false;
  #running: Promise<void> | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly options: WakeLoopOptions) {
    this.#timer = setInterval(() => this.wake(), options.every);
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  wake(): void {
    this.#again = true;
    if (this.#running !== null || this.#stopped) return;
    this.#running = this.#run().finally(() => {
      this.#running = null;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when the rounds at hand are done. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** No further round; waits for the one at hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        const early = this.#began + (this.options.gap ?? 0) - performance.now();
        if (early > 0) await pause(early);
        if (this.#stopped) return;
        this.#again = false;
        this.#began = performance.now();
        await this.options.work();
      }
    } catch (error) {
      this.#again = false;
      this.options.onError(error);
    }
  }
}
