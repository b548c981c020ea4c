import type { Tokens } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import type { Secret } from '../../platform/secret';
import type { Ctx } from '../context';
import { accountHasher } from '../myData/accountHash';
import { meetPerson } from '../people/meetPerson';
import { readInitData } from './initData';
import { startSession } from './startSession';
import type { TokenService } from './tokens';

export interface TelegramSignIn {
  initData: string;
  botToken: Secret;
  /** Tells erased accounts again. */
  accountKey: Secret;
  ownerIds: readonly number[];
  ip: string;
}

/**
 * Signs in whoever opened the Mini App.
 * @throws AppError `invalid_init_data`, `expired_init_data`, `account_blocked`
 */
export async function signInWithTelegram(
  ctx: Ctx,
  tokens: TokenService,
  { initData, botToken, accountKey, ownerIds, ip }: TelegramSignIn,
): Promise<Tokens> {
  const launched = readInitData(initData, botToken, ctx.now);
  await refuseErased(ctx, accountHasher(accountKey)(launched.id), launched.signedAt);
  const user = await meetPerson(ctx, {
    telegramId: launched.id,
    firstName: launched.first_name,
    lastName: launched.last_name,
    username: launched.username,
    languageCode: launched.language_code,
    ownerIds,
    viaBot: false,
  });
  if (!user.isActive) throw new AppError('account_blocked');
  return startSession(ctx, tokens, user, {
    kind: 'MINI_APP',
    deviceName: 'Telegram Mini App',
    ip,
  });
}

/** An app left open while its person had themselves erased must not bring them back as a new one. */
async function refuseErased(ctx: Ctx, accountHash: string, signedAt: Date): Promise<void> {
  const row = await ctx
    .trx<{ account_hash: string; erased_at: Date }>('erased_accounts')
    .where({ account_hash: accountHash })
    .first('erased_at');
  // Telegram signs whole seconds.
  if (row !== undefined && signedAt.getTime() + 1_000 <= row.erased_at.getTime()) {
    throw new AppError('expired_init_data', { reason: 'erased' });
  }
}
