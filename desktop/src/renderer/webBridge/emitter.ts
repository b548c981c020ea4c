import type { BridgeEvents } from '../../bridge';

type Listener<K extends keyof BridgeEvents> = (value: BridgeEvents[K]) => void;
type Listeners = { [K in keyof BridgeEvents]?: Set<Listener<K>> };

/** What the bridge has to tell. Some news is kept for those who subscribe late. */
export class BridgeEmitter {
  readonly #listeners: Listeners = {};
  readonly #last: Partial<BridgeEvents> = {};

  emit<K extends keyof BridgeEvents>(name: K, value: BridgeEvents[K]): void {
    if (name === 'connection') this.#last[name] = value;
    for (const listener of [...this.#of(name)]) listener(value);
  }

  on<K extends keyof BridgeEvents>(name: K, listener: Listener<K>): () => void {
    this.#of(name).add(listener);
    const last = this.#last[name];
    if (last !== undefined) listener(last);
    return () => this.#of(name).delete(listener);
  }

  #of<K extends keyof BridgeEvents>(name: K): Set<Listener<K>> {
    const known = this.#listeners[name];
    if (known) return known;
    const made = new Set<Listener<K>>();
    this.#listeners[name] = made as Listeners[K];
    return made;
  }
}
