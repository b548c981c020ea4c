/** Remembers the last ids it was shown, to tell a repetition. */
export function createRecentIds(limit = 1_000): { isNew(id: string): boolean } {
  const seen = new Set<string>();
  return {
    isNew(id) {
      if (seen.has(id)) return false;
      seen.add(id);
      if (seen.size > limit) {
        const oldest = seen.values().next();
        if (!oldest.done) seen.delete(oldest.value);
      }
      return true;
    },
  };
}
