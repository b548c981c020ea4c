import { ROLES, type Role } from '@tikethet/shared/permissions';
import { requirePermission, type Ctx } from '../context';

/** Hours for which what did not arrive is worth a look. */
const RECENT = 24;

/** How the desk is, at a glance. */
export interface DeskState {
  people: Record<Role, number>;
  blockedPeople: number;
  /** Customers who have blocked the bot. */
  botBlocked: number;
  categories: { active: number; hidden: number };
  queue: { active: number; unassigned: number };
  /** Of the last 24 hours: refused by Telegram, and not known to have arrived. */
  undelivered: { failed: number; unknown: number };
  /** Waiting to be sent now, without broadcasts. */
  waitingToSend: number;
  bot: { username: string; lastUpdateAt: Date | null; waiting: number; parked: number };
}

interface Row {
  blocked_people: number;
  bot_blocked: number;
  categories: number;
  hidden: number;
  active: number;
  unassigned: number;
  failed: number;
  unknown: number;
  sending: number;
  username: string | null;
  last_update: Date | null;
  waiting: number;
  parked: number;
}

/** @throws AppError `forbidden` */
export async function describeDesk(ctx: Ctx, botId: number): Promise<DeskState> {
  requirePermission(ctx, 'people.setRole');
  const roles = await ctx.trx.raw<{ rows: { role: Role; count: number }[] }>(
    'select role, count(*) from users group by role',
  );
  const people = Object.fromEntries(ROLES.map((role) => [role, 0])) as Record<Role, number>;
  for (const { role, count } of roles.rows) people[role] = count;
  const recent = new Date(ctx.now.getTime() - RECENT * 3_600_000);
  const result = await ctx.trx.raw<{ rows: Row[] }>(
    `select
       (select count(*) from users where not is_active) as blocked_people,
       (select count(*) from users where bot_blocked_at is not null) as bot_blocked,
       (select count(*) from categories where is_active) as categories,
       (select count(*) from categories where not is_active) as hidden,
       (select count(*) from tickets where deleted_at is null
          and status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')) as active,
       (select count(*) from tickets where deleted_at is null and assignee_id is null
          and status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')) as unassigned,
       undelivered.failed, undelivered.unknown,
       (select count(*) from deliveries
        where state in ('QUEUED', 'SENDING') and lane < 2) as sending,
       bot.username,
       (select received_at from telegram_updates where bot_id = ?
        order by update_id desc limit 1) as last_update,
       (select count(*) from telegram_updates where bot_id = ?
          and processed_at is null and parked_at is null) as waiting,
       (select count(*) from telegram_updates where bot_id = ?
          and parked_at is not null) as parked
     from (select count(*) filter (where state = 'FAILED') as failed,
         count(*) filter (where state = 'UNKNOWN') as unknown
       from deliveries where kind = 'MESSAGE' and state in ('FAILED', 'UNKNOWN')
         and finished_at >= ?) as undelivered
     left join telegram_bots bot on bot.bot_id = ?`,
    [botId, botId, botId, recent, botId],
  );
  const row = result.rows[0];
  if (row === undefined) throw new Error('unreachable: one row of counts');
  return {
    people,
    blockedPeople: row.blocked_people,
    botBlocked: row.bot_blocked,
    categories: { active: row.categories, hidden: row.hidden },
    queue: { active: row.active, unassigned: row.unassigned },
    undelivered: { failed: row.failed, unknown: row.unknown },
    waitingToSend: row.sending,
    bot: {
      username: row.username ?? '',
      lastUpdateAt: row.last_update,
      waiting: row.waiting,
      parked: row.parked,
    },
  };
}
