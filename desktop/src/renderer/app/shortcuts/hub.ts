import type { Bindings } from './bindings';
import { chordOf } from './chords';
import { SHORTCUT_IDS, shortcut, type ShortcutId } from './registry';

/** What a screen does for a shortcut; `false`: nothing here, ask the one below. */
export type ShortcutHandler = () => void | false;
export type ShortcutHandlers = Partial<Record<ShortcutId, ShortcutHandler>>;

interface Registered {
  handlers: () => ShortcutHandlers;
  over: boolean;
}

const TYPING = 'input, textarea, select, [contenteditable]';
/** What takes the keys that are pressed in it. */
const OVERLAY = '[role="dialog"], [role="listbox"]';
/** What takes all keys, also in the moment before the focus has moved into it. */
const COVER = '[aria-modal="true"], [role="menu"]';

/** Milliseconds the second key of a row may take. */
const ROW_PAUSE = 1_500;

/** Knows what can be done on screen now, and does what a key or the palette asks for. */
export class ShortcutHub {
  #registered: Registered[] = [];
  #bindings: Bindings;
  #covered = false;
  #row = '';
  #rowTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(bindings: Bindings) {
    this.#bindings = bindings;
  }

  setBindings(bindings: Bindings): void {
    this.#bindings = bindings;
  }

  /** @param over goes before those of the page, whenever it came */
  register(handlers: () => ShortcutHandlers, over: boolean): () => void {
    const entry: Registered = { handlers, over };
    this.#registered.push(entry);
    return () => {
      this.#registered = this.#registered.filter((known) => known !== entry);
    };
  }

  /** What can be done now, in the order of the registry. */
  active(): ShortcutId[] {
    const offered = this.#registered.map(({ handlers }) => handlers());
    return SHORTCUT_IDS.filter((id) => offered.some((handlers) => handlers[id] !== undefined));
  }

  /** Does it; false when nothing on screen can. */
  run(id: ShortcutId): boolean {
    const newest = this.#registered.toReversed();
    const inOrder = [...newest.filter(({ over }) => over), ...newest.filter(({ over }) => !over)];
    return inOrder.some(({ handlers }) => {
      const handler = handlers()[id];
      return handler !== undefined && handler() !== false;
    });
  }

  /** To be called before anybody else hears the key: what it closes is gone when `press` is called. */
  beforePress(): void {
    this.#covered = document.querySelector(COVER) !== null;
  }

  /** Answers a key press, unless the person types or something lies over the page. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || this.#covered) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(OVERLAY)) return;
    const chord = chordOf(event);
    if (chord === null) return;
    const typing = target?.closest(TYPING) !== null && target !== null;
    const row = this.#row === '' || typing ? '' : `${this.#row} ${chord}`;
    this.#endRow();
    const id = (row === '' ? undefined : this.#bindings.find(row)) ?? this.#bindings.find(chord);
    if (id !== undefined) {
      // Letters are text while one types, whatever else they mean.
      if (typing && !(shortcut(id).typing && /^(mod|alt)\+|^f\d/.test(chord))) return;
      if (event.repeat && !shortcut(id).held) return;
      if (this.run(id)) event.preventDefault();
      return;
    }
    if (typing || !this.#bindings.begins(chord)) return;
    event.preventDefault();
    this.#row = chord;
    this.#rowTimer = setTimeout(() => this.#endRow(), ROW_PAUSE);
  }

  #endRow(): void {
    clearTimeout(this.#rowTimer);
    this.#row = '';
  }
}
