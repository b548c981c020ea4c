const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();

/** What was made once under a name: making a format is a hundred times as dear as using it. */
function kept<T>(made: Map<string, T>, name: string, make: () => T): T {
  const known = made.get(name);
  if (known !== undefined) return known;
  const format = make();
  made.set(name, format);
  return format;
}

/** Thousands as «1.2K» in the language's own way. */
export function inShort(count: number, language: string): string {
  const options = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return kept(numbers, language, () => new Intl.NumberFormat(language, options)).format(count);
}

/** “Anna, Boris and Vera”; empty for nobody. */
export function namesInWords(people: readonly { displayName: string }[], language: string): string {
  if (people.length === 0) return '';
  const names = people.map(({ displayName }) => displayName);
  return kept(lists, language, () => new Intl.ListFormat(language)).format(names);
}
