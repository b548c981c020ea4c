import type { Database } from './database';
import { distance, mistakesAllowed, stem, trigramsOf, wordsOf } from './words';

/** Matches looked at, newest first: as many as the desk itself looks at. */
const MOST_MATCHES = 500;
/** Known words that may stand for one that was asked for. */
const MOST_VARIANTS = 20;
/** Known words looked at for one trigram. */
const MOST_NEIGHBOURS = 4_000;
/** Words of a question; more are not looked for. */
const MOST_WORDS = 8;

/** The full-text index over tickets and messages, and the words it knows. */
export interface SearchIndex {
  put(doc: number, text: string): void;
  drop(doc: number): void;
  /**
   * The newest documents in which every word of the question occurs: any form of it, as a
   * beginning; where no known word begins so, as a part of a word or with a typing mistake.
   */
  find(question: string): number[];
  /** Changes were taken back: what was learned by them is not known. */
  rolledBack(): void;
  /** Forgets everything. */
  clear(): void;
}

export function createSearchIndex(database: Database): SearchIndex {
  /** Every word in the vocabulary, so that a document costs no look-ups. Loaded when needed. */
  let known: Set<string> | null = null;

  function learn(words: readonly string[]): void {
    known ??= new Set(
      database.all<{ word: string }>('select word from vocabulary').map(({ word }) => word),
    );
    for (const word of words) {
      if (word.length < 3 || word.length > 40 || known.has(word)) continue;
      known.add(word);
      const added = database.get<{ id: number }>(
        'insert into vocabulary (word) values (?) on conflict do nothing returning id',
        word,
      );
      if (added !== undefined) {
        database.run('insert into trigrams (rowid, word) values (?, ?)', added.id, word);
      }
    }
  }

  function begins(prefix: string): boolean {
    const found = database.get(
      'select 1 from vocabulary where word >= ? and word < ? limit 1',
      prefix,
      `${prefix}\uffff`,
    );
    return found !== undefined;
  }

  /** Known words by how many trigrams they share with the asked one. */
  function neighbours(trigrams: readonly string[]): Map<number, number> {
    const shared = new Map<number, number>();
    for (const trigram of trigrams) {
      const rows = database.all<{ id: number }>(
        'select rowid as id from trigrams where trigrams match ? limit ?',
        `"${trigram}"`,
        MOST_NEIGHBOURS,
      );
      for (const { id } of rows) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return shared;
  }

  /** Known words that hold the asked one, or differ from it by a slip of the finger. */
  function variants(word: string): string[] {
    const trigrams = trigramsOf(word);
    if (trigrams.length === 0) return [];
    const mistakes = mistakesAllowed(word.length);
    const beginning = stem(word);
    const fewest = Math.max(1, trigrams.length - 3 * mistakes);
    const likely = [...neighbours(trigrams)]
      .filter(([, count]) => count >= fewest)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 500);
    const found: string[] = [];
    for (const [id] of likely) {
      const row = database.get<{ word: string }>('select word from vocabulary where id = ?', id);
      if (row === undefined) continue;
      const near =
        row.word.includes(word) ||
        distance(word, row.word, mistakes) <= mistakes ||
        distance(beginning, row.word.slice(0, beginning.length), mistakes) <= mistakes;
      if (near) found.push(row.word);
      if (found.length >= MOST_VARIANTS) break;
    }
    return found;
  }

  function clauseOf(word: string): string | null {
    const beginning = stem(word);
    if (begins(beginning) || word.length < 3) return `"${beginning}" *`;
    const others = variants(word);
    return others.length === 0 ? null : `(${others.map((one) => `"${one}"`).join(' OR ')})`;
  }

  return {
    put(doc, text) {
      const words = wordsOf(text);
      learn(words);
      database.run('insert into words (rowid, text) values (?, ?)', doc, words.join(' '));
    },
    drop(doc) {
      database.run('delete from words where rowid = ?', doc);
    },
    find(question) {
      const words = wordsOf(question).slice(0, MOST_WORDS);
      if (words.length === 0) return [];
      const clauses = words.map(clauseOf);
      if (clauses.includes(null)) return [];
      return database
        .all<{ doc: number }>(
          'select rowid as doc from words where words match ? order by rowid desc limit ?',
          clauses.join(' AND '),
          MOST_MATCHES,
        )
        .map(({ doc }) => doc);
    },
    rolledBack() {
      known = null;
    },
    clear() {
      known = null;
      database.run("insert into words (words) values ('delete-all')");
      database.run("insert into trigrams (trigrams) values ('delete-all')");
      database.run('delete from vocabulary');
    },
  };
}
