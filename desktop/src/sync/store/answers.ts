import { operations, type OperationId } from '@tikethet/shared/contracts';
import type { Database } from './database';

/** The desk's last answers to questions that the replica cannot answer by itself. */
export interface Answers {
  keep(question: string, value: unknown): void;
  /** Null: never asked, or it does not fit the contract any more. */
  find(id: OperationId, question: string): unknown;
}

export function createAnswers(database: Database): Answers {
  return {
    keep(question, value) {
      try {
        database.run(
          `insert or replace into answers (question, asked, body)
           values (?, (select coalesce(max(asked), 0) + 1 from answers), ?)`,
          question,
          JSON.stringify(value) ?? 'null',
        );
      } catch {
        // What cannot be kept will be asked for again.
      }
    },
    find(id, question) {
      const row = database.get<{ body: string }>(
        'select body from answers where question = ?',
        question,
      );
      const parsed = operations[id].output.safeParse(row && JSON.parse(row.body));
      return row !== undefined && parsed.success ? parsed.data : null;
    },
  };
}
