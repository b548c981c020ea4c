import { newId } from '../../db/ids';
import type { Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { User } from '../people/user';

/** What goes wrong between the desk and Telegram as a whole. */
export type IncidentKind = 'webhook' | 'conflict' | 'token';

/** Milliseconds: what comes back so soon is the same trouble, of which people know. */
const QUIET = 15 * 60_000;
const MOST_DEVELOPERS = 50;

interface IncidentRow {
  id: string;
  bot_id: number;
  kind: IncidentKind;
  detail: string;
  opened_at: Date;
  /** null: nobody was told of it. */
  told_at: Date | null;
  closed_at: Date | null;
}

/**
 * Something is wrong. DEVELOPERs are told once; trouble that comes and goes is told again only
 * when it has stayed.
 * @param detail in words for the log and for developers
 * @returns whether it is news
 */
export async function raiseIncident(
  ctx: Ctx,
  botId: number,
  kind: IncidentKind,
  detail: string,
): Promise<boolean> {
  const newest = await newestOf(ctx, botId, kind);
  if (newest !== undefined && newest.closed_at === null) {
    const stayed = ctx.now.getTime() - newest.opened_at.getTime() >= QUIET;
    if (newest.told_at === null && stayed) await tell(ctx, newest, false);
    return false;
  }
  if (newest?.closed_at && ctx.now.getTime() - newest.closed_at.getTime() < QUIET) {
    const again = { opened_at: ctx.now, closed_at: null, told_at: null, detail };
    await ctx.trx('telegram_incidents').where({ id: newest.id }).update(again);
    return false;
  }
  const incident: IncidentRow = {
    id: newId(),
    bot_id: botId,
    kind,
    detail,
    opened_at: ctx.now,
    told_at: null,
    closed_at: null,
  };
  await ctx.trx('telegram_incidents').insert(incident);
  await tell(ctx, incident, false);
  return true;
}

/** All is well again; whoever was told of the trouble is told of its end. */
export async function mendIncident(ctx: Ctx, botId: number, kind: IncidentKind): Promise<boolean> {
  const newest = await newestOf(ctx, botId, kind);
  if (newest === undefined || newest.closed_at !== null) return false;
  await ctx.trx('telegram_incidents').where({ id: newest.id }).update({ closed_at: ctx.now });
  if (newest.told_at !== null) await tell(ctx, newest, true);
  return true;
}

/** Locked through the bot's row: several processes may notice the same. */
async function newestOf(
  ctx: Ctx,
  botId: number,
  kind: IncidentKind,
): Promise<IncidentRow | undefined> {
  await ctx.trx('telegram_bots').where({ bot_id: botId }).first('bot_id').forUpdate();
  return ctx
    .trx<IncidentRow>('telegram_incidents')
    .where({ bot_id: botId, kind })
    .orderBy('opened_at', 'desc')
    .first();
}

async function tell(ctx: Ctx, incident: IncidentRow, mended: boolean): Promise<void> {
  const developers = await User.query(ctx.trx)
    .where({ role: 'DEVELOPER', isActive: true })
    .whereNull('botBlockedAt')
    .orderBy('createdAt')
    .limit(MOST_DEVELOPERS);
  const { kind, detail } = incident;
  for (const developer of developers) {
    await deliverTo(ctx, developer, {
      kind: 'ALERT',
      lane: LANES.notice,
      payload: { incident: kind, detail, mended },
    });
  }
  if (!mended) {
    await ctx.trx('telegram_incidents').where({ id: incident.id }).update({ told_at: ctx.now });
  }
}
