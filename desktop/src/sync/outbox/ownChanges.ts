import type { Database } from '../store/database';
import { fieldsMoved, fieldsSet } from './pending';
import type { QueuedRow } from './queue';

/** Days after which nobody acts on a screen that has not learned of the change. */
const KEPT_DAYS = 7;

interface Noted {
  field: string;
  version: number | null;
  changed_at: string | null;
}

/** What a command is based on. */
export type Basis = Pick<QueuedRow, 'input' | 'ownAt'>;

/**
 * Remembers on disk what the desk made of the person's own changes, so that the next change of the
 * same field is no conflict with the last: it was made on top of it, but the screen may not have
 * known the new version yet.
 */
export interface OwnChanges {
  /**
   * The desk has taken a command.
   * @param answer what it said: a ticket or a message
   * @returns whether what comes after it may be based on something else now
   */
  note(row: QueuedRow, answer: unknown): boolean;
  /** What a command is based on when the person's own changes are counted in. */
  basis(row: Pick<QueuedRow, 'lane' | 'operation' | 'input' | 'ownAt'>): Basis;
}

function versionIn(answer: object): number | null {
  return 'version' in answer && typeof answer.version === 'number' ? answer.version : null;
}

function momentIn(answer: object): string | null {
  return 'createdAt' in answer && typeof answer.createdAt === 'string' ? answer.createdAt : null;
}

export function openOwnChanges(database: Database, now: () => Date): OwnChanges {
  const old = new Date(now().getTime() - KEPT_DAYS * 86_400_000).toISOString();
  database.run('delete from own_changes where noted_at < ?', old);

  return {
    note(row, answer) {
      const fields = fieldsMoved(row);
      if (typeof answer !== 'object' || answer === null || fields.length === 0) return false;
      const version = versionIn(answer);
      const at = version === null ? momentIn(answer) : null;
      if (version === null && at === null) return false;
      for (const field of fields) {
        database.run(
          'insert or replace into own_changes values (?, ?, ?, ?, ?)',
          ...[row.lane, field, version, at, now().toISOString()],
        );
      }
      return true;
    },
    basis({ lane, operation, input, ownAt }) {
      const { version } = input;
      const fields = fieldsSet({ operation, input });
      if (typeof version !== 'number' || fields.length === 0) return { input, ownAt };
      const noted = database.all<Noted>(
        'select field, version, changed_at from own_changes where lane = ?',
        lane,
      );
      const last = fields.map((field) => noted.find((one) => one.field === field));
      // A field that only others have changed stays based on what the person saw.
      const reached = last.map((one) => Math.max(version, one?.version ?? version));
      const moment = last.every((one) => one?.changed_at != null) ? last[0]?.changed_at : null;
      return {
        input: { ...input, version: Math.min(...reached) },
        ownAt: moment ?? ownAt,
      };
    },
  };
}
