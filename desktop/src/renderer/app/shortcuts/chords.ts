/**
 * One press, written as `mod+shift+k`: modifiers in this order, then the key's name. `mod` is ⌘ on
 * Apple's keyboards and Ctrl elsewhere. Keys pressed one after another are written `g m`.
 */
export type Chord = string;

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const PLACES: Readonly<Record<string, string>> = {
  Comma: 'comma',
  Period: 'period',
  Semicolon: 'semicolon',
  Quote: 'quote',
  BracketLeft: 'bracketleft',
  BracketRight: 'bracketright',
  Backslash: 'backslash',
  Minus: 'minus',
  Equal: 'equal',
  Backquote: 'backquote',
  Slash: 'slash',
};

const NAMED = /^(escape|enter|tab|backspace|delete|home|end|pageup|pagedown|arrow\w+|f\d{1,2})$/;

/**
 * The name of a key: by its letter where that is a Latin one, else by its place, so that shortcuts
 * work with Cyrillic letters and on keyboards that lie differently. Null: a modifier alone, or a
 * key that has no name here.
 */
function keyName({ key, code }: Press): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (key === ' ') return 'space';
  const named = key.toLowerCase();
  return NAMED.test(named) ? named : (PLACES[code] ?? null);
}

/** What was pressed; null for a modifier alone. */
export function chordOf(press: Press): Chord | null {
  const mod = apple ? press.metaKey : press.ctrlKey;
  const other = apple ? press.ctrlKey : press.metaKey;
  if (other) return null;
  const plain = !mod && !press.altKey;
  // Where they stand differs from keyboard to keyboard, and so does whether Shift is needed.
  if (plain && press.key === '/') return 'slash';
  if (plain && press.key === '?') return 'shift+slash';
  const name = keyName(press);
  if (name === null) return null;
  const modifiers = [
    ...(mod ? ['mod'] : []),
    ...(press.altKey ? ['alt'] : []),
    ...(press.shiftKey ? ['shift'] : []),
  ];
  return [...modifiers, name].join('+');
}

const SHOWN: Readonly<Record<string, string>> = {
  mod: apple ? '⌘' : 'Ctrl',
  alt: apple ? '⌥' : 'Alt',
  shift: apple ? '⇧' : 'Shift',
  escape: 'Esc',
  enter: 'Enter',
  space: 'Space',
  comma: ',',
  period: '.',
  semicolon: ';',
  quote: '’',
  bracketleft: '[',
  bracketright: ']',
  backslash: '\\',
  minus: '−',
  equal: '=',
  backquote: '`',
  slash: '/',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};

/** The keys to press, as they are printed on the keyboard: `mod+k` → Ctrl, K; `g m` → G, M. */
export function shownKeys(chord: Chord): string[] {
  if (chord === 'shift+slash') return ['?'];
  return chord
    .split(' ')
    .flatMap((press) => press.split('+'))
    .map((part) => SHOWN[part] ?? part.toUpperCase());
}
