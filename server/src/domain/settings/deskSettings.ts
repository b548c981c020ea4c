import type { DeskSettings } from '@tikethet/shared/contracts';
import type { Ctx } from '../context';

/** The one row of `desk_settings`, made by its migration. */
interface Row {
  name: string;
  greeting: string | null;
  greeting_en: string | null;
  reopen_days: number;
  auto_close_hours: number | null;
  edit_minutes: number;
  offline_lock_days: number;
}

export const COLUMNS = {
  name: 'name',
  greeting: 'greeting',
  greetingEn: 'greeting_en',
  reopenDays: 'reopen_days',
  autoCloseHours: 'auto_close_hours',
  editMinutes: 'edit_minutes',
  offlineLockDays: 'offline_lock_days',
} as const satisfies Record<keyof DeskSettings, keyof Row>;

/** @param lock true: nobody else changes them before this transaction ends */
export async function readSettings(ctx: Ctx, lock = false): Promise<DeskSettings> {
  const query = ctx.trx<Row>('desk_settings').first(Object.values(COLUMNS));
  const row = await (lock ? query.forUpdate() : query);
  if (row === undefined) throw new Error('desk_settings is empty: its migration fills it');
  return {
    name: row.name,
    greeting: row.greeting,
    greetingEn: row.greeting_en,
    reopenDays: row.reopen_days,
    autoCloseHours: row.auto_close_hours,
    editMinutes: row.edit_minutes,
    offlineLockDays: row.offline_lock_days,
  };
}
