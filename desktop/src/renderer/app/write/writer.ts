import type { InputOf, OperationOf, OutputOf } from '@tikethet/shared/contracts';
import type { BridgeError, DesktopBridge, WriteRoute } from '../bridge';
import { newKey } from './newKey';

export interface WriteAction<R extends WriteRoute> {
  route: R;
  /** Asked once, when the write is handed over: after earlier ones of its lane were kept. */
  input: () => InputOf<OperationOf<R>>;
  /** Writes of one lane are handed over one after another, in the order people acted. */
  lane: string;
  /** ISO 8601: kept and shown at once, sent then; until then it can be withdrawn. */
  dueAt?: string | undefined;
  /** Puts the change on screen, once it cannot be lost any more. Called again for a repeat. */
  show?: (key: string) => void;
  settle?: (value: OutputOf<OperationOf<R>>, key: string) => void;
  /** Takes the change off the screen. */
  revert?: (key: string) => void;
  /** Tells the person; `repeat` sends the same command under the same key. */
  failed: (error: BridgeError, repeat: () => void, key: string) => void;
}

/** Hands over what people do: kept first, then shown, taken back when refused. */
export class Writer {
  readonly #bridge: DesktopBridge;
  readonly #lanes = new Map<string, Promise<void>>();

  constructor(bridge: DesktopBridge) {
    this.#bridge = bridge;
  }

  /**
   * Acts now: the idempotency key is made here and serves every repeat of this action.
   * @returns the key
   */
  write<R extends WriteRoute>(action: WriteAction<R>): string {
    const key = newKey();
    let input: InputOf<OperationOf<R>> | undefined;
    const attempt = (): void => {
      this.#inLane(action.lane, async (kept) => {
        input ??= action.input();
        let shown = false;
        const { dueAt } = action;
        const result = await this.#bridge.write(
          action.route,
          input,
          key,
          () => {
            shown = true;
            action.show?.(key);
            kept();
          },
          dueAt === undefined ? {} : { dueAt },
        );
        if (result.ok) {
          action.settle?.(result.value, key);
          return;
        }
        if (shown) action.revert?.(key);
        action.failed(result.error, attempt, key);
      });
    };
    attempt();
    return key;
  }

  /** The lane is free for the next when this one is kept, or has failed to be. */
  #inLane(lane: string, send: (kept: () => void) => Promise<void>): void {
    const before = this.#lanes.get(lane) ?? Promise.resolve();
    const mine = before.then(
      () =>
        new Promise<void>((free) => {
          send(free)
            // A bridge answers failures as values; reaching this is a defect that must be visible.
            .catch((error: unknown) => reportError(error))
            .finally(free);
        }),
    );
    this.#lanes.set(lane, mine);
    void mine.finally(() => {
      if (this.#lanes.get(lane) === mine) this.#lanes.delete(lane);
    });
  }
}
