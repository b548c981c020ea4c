import { consoleSettings, type ConsoleSettings } from '@tikethet/shared/contracts';
import { emit, requirePermission, type Ctx } from '../context';

/** What applies to people who have set nothing. */
const USUAL: ConsoleSettings = { signature: { text: '', isOn: false }, shortcuts: {} };

/** Kept by an earlier or later version: what cannot be read is as if it had not been set. */
const stored = consoleSettings.partial().catch({});

async function read(ctx: Ctx, userId: string): Promise<ConsoleSettings> {
  const row = await ctx
    .trx<{ user_id: string; settings: unknown }>('console_settings')
    .where('user_id', userId)
    .first('settings');
  return { ...USUAL, ...stored.parse(row?.settings ?? {}) };
}

/** The person's own settings of the console. */
export async function getConsoleSettings(ctx: Ctx): Promise<ConsoleSettings> {
  return read(ctx, requirePermission(ctx, 'ticket.viewPool').id);
}

/** Changes some of them and tells the person's other devices. */
export async function updateConsoleSettings(
  ctx: Ctx,
  changes: Partial<ConsoleSettings>,
): Promise<ConsoleSettings> {
  const { id } = requirePermission(ctx, 'ticket.viewPool');
  // Two devices of one person: the second one reads what the first has written.
  await ctx.trx('users').where({ id }).forNoKeyUpdate().first('id');
  const before = await read(ctx, id);
  const after = { ...before, ...changes };
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  await ctx
    .trx('console_settings')
    .insert({ user_id: id, settings: JSON.stringify(after), updated_at: ctx.now })
    .onConflict('user_id')
    .merge();
  await emit(ctx, {
    type: 'console_settings.changed',
    ticketId: null,
    audience: { staff: [`user:${id}`], customer: [], hidden: [] },
    data: after,
    customerData: null,
  });
  return after;
}
