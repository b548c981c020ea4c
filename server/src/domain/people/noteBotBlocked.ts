import type { Ctx } from '../context';
import { emitUser } from './meetPerson';
import { User } from './user';

/** A person blocked the bot, or let it write again; somebody unknown is nobody's concern. */
export async function noteBotBlocked(
  ctx: Ctx,
  telegramId: number,
  isBlocked: boolean,
): Promise<void> {
  const user = await User.query(ctx.trx).findOne({ telegramId }).forNoKeyUpdate();
  if (user === undefined || (user.botBlockedAt !== null) === isBlocked) return;
  const changed = await user.patched(ctx.trx, { botBlockedAt: isBlocked ? ctx.now : null });
  await emitUser(ctx, changed);
}
