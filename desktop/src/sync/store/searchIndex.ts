import type { Database } from './database';
import { distance, mistakesAllowed, stem, trigramsOf, wordsOf } from './words';

/** Matches looked at, newest first: as many as the desk itself looks at. */
const MOST_MATCHES = 500;
/** Known words that may stand for one that was asked for. */
const MOST_VARIANTS = 20;
/** Known words with one beginning that are named one by one. */
const MOST_FORMS = 40;
/** Letters; shorter words are not kept in the vocabulary, the index knows their beginnings. */
const SHORTEST_KNOWN = 3;
/** Letters; what is longer is no word. */
const LONGEST_KNOWN = 40;
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
      const fits = word.length >= SHORTEST_KNOWN && word.length <= LONGEST_KNOWN;
      if (!fits || known.has(word)) continue;
      known.add(word);
      const { id } = database.run('insert into vocabulary (word) values (?)', word);
      database.run('insert into trigrams (rowid, word) values (?, ?)', id, word);
    }
  }

  /** Known words with this beginning; one more than are of use when there are too many. */
  function beginning(prefix: string, most: number): string[] {
    return database
      .all<{ word: string }>(
        'select word from vocabulary where word >= ? and word < ? limit ?',
        prefix,
        `${prefix}\uffff`,
        most + 1,
      )
      .map(({ word }) => word);
  }

  /**
   * A clause for all words with this beginning; null when there is none. Few of them are named one
   * by one, which SQLite reads newest first and stops; of a prefix it gathers every match first.
   */
  function prefixClause(prefix: string): string | null {
    if (prefix.length < SHORTEST_KNOWN) return `"${prefix}" *`;
    const words = beginning(prefix, MOST_FORMS);
    if (words.length === 0) return null;
    if (words.length > MOST_FORMS) return `"${prefix}" *`;
    return words.map((word) => `"${word}"`).join(' OR ');
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

  /** Beginnings of known words that are the asked one with two letters swapped or one too many. */
  function slips(word: string): string[] {
    if (mistakesAllowed(word.length) === 0) return [];
    const candidates = Array.from(word).flatMap((letter, at) => [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + word.slice(at + 1, at + 2) + letter + word.slice(at + 2),
    ]);
    return [...new Set(candidates.map(stem))].filter((one) => one.length >= 4);
  }

  /** Known words that hold the asked one, or differ from it by a slip of the finger. */
  function variants(word: string): string[] {
    const trigrams = trigramsOf(word);
    if (trigrams.length === 0) return [];
    const mistakes = mistakesAllowed(word.length);
    const root = stem(word);
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
        distance(root, row.word.slice(0, root.length), mistakes) <= mistakes;
      if (near) found.push(row.word);
      if (found.length >= MOST_VARIANTS) break;
    }
    return found;
  }

  function clauseOf(word: string): string | null {
    const plain = prefixClause(stem(word));
    if (plain !== null) return `(${plain})`;
    const near = variants(word).map((one) => `"${one}"`);
    const others = [...near, ...slips(word).flatMap((one) => prefixClause(one) ?? [])];
    return others.length === 0 ? null : `(${others.join(' OR ')})`;
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
