type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Keys by their place that Electron knows by these names. */
const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Return',
  Tab: 'Tab',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
};

function keyOf(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code);
  return plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? NAMED[code] ?? null;
}

/**
 * A press as Electron writes keys, by the key's place, so that it is the same with Cyrillic
 * letters. Null for what would take a plain key away from every program: it needs Ctrl, Alt or ⌘,
 * unless it is a function key.
 */
export function acceleratorOf(press: Press): string | null {
  const key = keyOf(press.code);
  if (key === null) return null;
  const held = press.ctrlKey || press.altKey || press.metaKey;
  if (!held && !/^F\d/.test(key)) return null;
  return [
    ...(press.ctrlKey ? ['Control'] : []),
    ...(press.metaKey ? ['Super'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
    key,
  ].join('+');
}

/** The keys to press, as they are printed. */
export function shownAccelerator(accelerator: string): string[] {
  const short: Readonly<Record<string, string>> = { Control: 'Ctrl', Return: 'Enter' };
  return accelerator.split('+').map((part) => short[part] ?? part);
}
