import type { InputOf, OperationOf, OutputOf } from '@tikethet/shared/contracts';
import type { BridgeError, DesktopBridge, WriteRoute } from '../bridge';
import { newKey } from './newKey';

export interface WriteAction<R extends WriteRoute> {
  route: R;
  /** Asked once, when the write is sent: after earlier writes of its lane were answered. */
  input: () => InputOf<OperationOf<R>>;
  /** Writes of one lane go one after another, in the order people acted. */
  lane: string;
  /** Puts the change on screen at once. Called again before a repeat. */
  show?: (key: string) => void;
  settle?: (value: OutputOf<OperationOf<R>>, key: string) => void;
  /** Takes the change off the screen. */
  revert?: (key: string) => void;
  /** Tells the person; `repeat` sends the same command under the same key. */
  failed: (error: BridgeError, repeat: () => void, key: string) => void;
}

/** Sends what people do: shown first, sent in order, taken back when refused. */
export class Writer {
  readonly #bridge: DesktopBridge;
  readonly #lanes = new Map<string, Promise<void>>();

  constructor(bridge: DesktopBridge) {
    this.#bridge = bridge;
  }

  /** Acts now: the idempotency key is made here and serves every repeat of this action. */
  write<R extends WriteRoute>(action: WriteAction<R>): void {
    const key = newKey();
    let input: InputOf<OperationOf<R>> | undefined;
    const attempt = (): void => {
      action.show?.(key);
      this.#inLane(action.lane, async () => {
        input ??= action.input();
        const result = await this.#bridge.write(action.route, input, key);
        if (result.ok) {
          action.settle?.(result.value, key);
          return;
        }
        action.revert?.(key);
        action.failed(result.error, attempt, key);
      });
    };
    attempt();
  }

  #inLane(lane: string, send: () => Promise<void>): void {
    const before = this.#lanes.get(lane) ?? Promise.resolve();
    const mine = before.then(send).catch((error: unknown) => {
      // A bridge answers failures as values; reaching this is a defect that must be visible.
      reportError(error);
    });
    this.#lanes.set(lane, mine);
    void mine.finally(() => {
      if (this.#lanes.get(lane) === mine) this.#lanes.delete(lane);
    });
  }
}
