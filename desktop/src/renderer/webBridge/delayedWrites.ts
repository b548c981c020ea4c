import type { QueueDecision, Result } from '../../bridge';

interface Waiting {
  /** Sends it now. */
  go: () => void;
  /** Forgets it. */
  drop: () => void;
}

/** The browser's stand-in for the outbox: changes that may still be withdrawn wait in memory. */
export class DelayedWrites {
  readonly #waiting = new Map<string, Waiting>();
  readonly #lanes = new Map<string, Promise<void>>();

  /**
   * Sends a change when it is due and those before it in its lane are through. What is withdrawn
   * is never answered: whoever withdrew it has put everything back.
   */
  run<T>(
    lane: string,
    key: string,
    dueAt: string | undefined,
    send: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const before = this.#lanes.get(lane);
    if (dueAt === undefined && before === undefined) return send();
    const due = dueAt === undefined ? Promise.resolve(true) : this.#due(key, dueAt);
    let answer = (_result: Result<T>): void => undefined;
    const answered = new Promise<Result<T>>((resolve) => (answer = resolve));
    const mine = (before ?? Promise.resolve()).then(async () => {
      if (await due) answer(await send());
    });
    this.#lanes.set(lane, mine);
    void mine.finally(() => {
      if (this.#lanes.get(lane) === mine) this.#lanes.delete(lane);
    });
    return answered;
  }

  decide(key: string, action: QueueDecision['action']): Result<null> {
    const waiting = this.#waiting.get(key);
    if (!waiting) return { ok: false, error: { code: 'not_found', status: 404, details: {} } };
    if (action === 'retry' || action === 'force') waiting.go();
    else waiting.drop();
    return { ok: true, value: null };
  }

  sendAll(): void {
    for (const { go } of this.#waiting.values()) go();
  }

  #due(key: string, dueAt: string): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (goes: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(key);
        resolve(goes);
      };
      const timer = setTimeout(() => end(true), Math.max(0, Date.parse(dueAt) - Date.now()));
      this.#waiting.set(key, { go: () => end(true), drop: () => end(false) });
    });
  }
}
