import type { Language } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { csvLine } from '../exports/csv';
import { queryAudit, type AuditFilterInput, type AuditPlace } from './auditQuery';
import { presentAudit } from './presentAudit';

/** Rows in memory at once, whatever the file's length. */
const ROWS_AT_ONCE = 500;

const HEADS: Record<Language, readonly string[]> = {
  ru: [
    'Время (UTC)',
    'Кто',
    'Имя в Telegram',
    'Роль',
    'Действие',
    'Что',
    'Название',
    'Номер записи',
    'Было',
    'Стало',
  ],
  en: [
    'Time (UTC)',
    'Who',
    'Telegram name',
    'Role',
    'Action',
    'What',
    'Name',
    'Id',
    'Before',
    'After',
  ],
};

function jsonText(value: unknown): string {
  return value === null ? '' : JSON.stringify(value);
}

/** The log as lines of a CSV file, newest first, read as it is consumed. */
export async function* exportAudit(
  db: Knex,
  { language, ...filters }: AuditFilterInput & { language: Language },
): AsyncGenerator<string> {
  // Spreadsheets take a file for UTF-8 by this mark.
  yield `\uFEFF${csvLine(HEADS[language])}`;
  let after: AuditPlace | null = null;
  for (;;) {
    const rows = await queryAudit(db, filters, after, ROWS_AT_ONCE);
    for (const { id, at, actor, action, target, ...values } of await presentAudit(db, rows)) {
      yield csvLine([
        at,
        actor?.displayName ?? '',
        actor?.username ?? '',
        actor?.role ?? '',
        action,
        target.type,
        target.label ?? '',
        target.id ?? '',
        jsonText(values.before),
        jsonText(values.after),
      ]);
      after = [at, id];
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
