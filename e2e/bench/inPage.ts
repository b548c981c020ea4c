/** tsx marks the names of functions with a helper that a page does not have: run this there first. */
export const KEEP_NAMES = 'globalThis.__name = (named) => named';
