import { inspect } from 'node:util';

const hidden = '[secret]';

/**
 * A string that must not reach a log: every implicit way to text (JSON, template, inspect) shows
 * a placeholder, only `reveal()` gives the value.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}
