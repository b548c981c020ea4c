/** Characters a stored name has at most, its extension included. */
const MOST = 120;

/** Extension in lower case, or null: `Снимок 12.30` has none. */
export function extensionOf(name: string): string | null {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? null;
  return extension !== null && /[a-z]/.test(extension) ? extension : null;
}

/**
 * A name that is only a name: no path, no control or invisible characters (a right-to-left
 * override makes `gpj.exe` look like a picture), nothing that a file system treats specially.
 * @param extension what it must end with; null: whatever it has
 */
export function cleanFileName(given: string, extension: string | null): string {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = base
    // Controls, format characters (bidi overrides, zero-width), lone surrogates, private use.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[<>:"|?*\u2028\u2029]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
  const known = extensionOf(plain);
  const stem = (known === null ? plain : plain.slice(0, -known.length - 1)).replace(
    /^[.\s]+|[.\s]+$/g,
    '',
  );
  const ending = extension ?? known;
  const suffix = ending === null ? '' : `.${ending}`;
  const letters = Array.from(stem === '' ? 'file' : stem);
  return letters.slice(0, MOST - suffix.length).join('') + suffix;
}
