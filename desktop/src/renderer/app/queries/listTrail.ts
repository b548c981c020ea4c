interface Start {
  cursor: string | null;
  /** Row of the whole list at which this page began when it was read. */
  row: number;
}

/**
 * Where the pages of a list begin, as far as it was ever read. Pages far from what is on screen are
 * let go of; this remembers how to read them again, and how high they stood.
 */
export class ListTrail {
  #starts: Start[] = [{ cursor: null, row: 0 }];
  /** Rows known to exist. */
  #rows = 0;

  /** A page was read. */
  note(cursor: string | null, length: number, nextCursor: string | null): void {
    const at = this.#starts.findIndex((start) => start.cursor === cursor);
    const start = this.#starts[at];
    if (start === undefined) return;
    const row = start.row + length;
    if (nextCursor === null) {
      this.#starts.length = at + 1;
      this.#rows = row;
      return;
    }
    if (this.#starts[at + 1]?.cursor !== nextCursor) {
      this.#starts.length = at + 1;
      this.#starts.push({ cursor: nextCursor, row });
      this.#rows = row;
    }
    this.#rows = Math.max(this.#rows, row);
  }

  /** The page before this one; undefined: it is the first, or unknown. */
  before(cursor: string | null): string | null | undefined {
    const at = this.#starts.findIndex((start) => start.cursor === cursor);
    return at <= 0 ? undefined : this.#starts[at - 1]?.cursor;
  }

  rowOf(cursor: string | null): number {
    return this.#starts.find((start) => start.cursor === cursor)?.row ?? 0;
  }

  /** The page that held this row. */
  pageAt(row: number): string | null {
    const start = this.#starts.findLast((one) => one.row <= row);
    return start?.cursor ?? null;
  }

  get rows(): number {
    return this.#rows;
  }
}
