import type { Database } from './database';

/** What the replica knows of itself: where it stands in the feed, what of it is read. */
export interface ReplicaMeta {
  getMeta(key: string): string | null;
  setMeta(key: string, value: string | null): void;
  /** What is put from now on belongs to this snapshot. */
  generation(): number;
  startGeneration(): void;
  /** What was read of the file is to be read again: it was rolled back or emptied. */
  forgetGeneration(): void;
}

export function createReplicaMeta(database: Database): ReplicaMeta {
  /** Asked for with every row that is written; read once. */
  let current: number | null = null;

  function getMeta(key: string): string | null {
    const row = database.get<{ value: string }>('select value from meta where key = ?', key);
    return row?.value ?? null;
  }

  function setMeta(key: string, value: string | null): void {
    if (value === null) database.run('delete from meta where key = ?', key);
    else database.run('insert or replace into meta (key, value) values (?, ?)', key, value);
  }

  const generation = () => (current ??= Number(getMeta('generation') ?? '1'));

  return {
    getMeta,
    setMeta,
    generation,
    startGeneration() {
      const next = generation() + 1;
      setMeta('generation', String(next));
      current = next;
    },
    forgetGeneration() {
      current = null;
    },
  };
}
