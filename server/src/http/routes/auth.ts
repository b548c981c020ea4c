import { requirePerson } from '../../domain/context';
import { getUser, showMe } from '../../domain/people/showUser';
import { updateProfile } from '../../domain/people/updateProfile';
import { pollDeviceSignIn } from '../../domain/sessions/pollDeviceSignIn';
import { refreshSession } from '../../domain/sessions/refreshSession';
import { signInWithTelegram } from '../../domain/sessions/signInWithTelegram';
import { signOut } from '../../domain/sessions/signOut';
import { startDeviceSignIn } from '../../domain/sessions/startDeviceSignIn';
import type { Handlers } from '../handler';

export const authHandlers = {
  'auth.telegram': (ctx, { initData }) => {
    const { tokens, config } = ctx.services;
    return signInWithTelegram(ctx, tokens, {
      initData,
      botToken: config.botToken(),
      accountKey: config.accountKey,
      ownerIds: config.ownerTelegramIds(),
      ip: ctx.client.ip,
    });
  },
  'auth.refresh': (ctx, { refreshToken }) => refreshSession(ctx, ctx.services.tokens, refreshToken),
  'auth.logout': (ctx, { refreshToken }) => signOut(ctx, ctx.services.tokens, refreshToken),
  'auth.device': async (ctx, { deviceName }) => {
    const signIn = await startDeviceSignIn(ctx, { deviceName, ip: ctx.client.ip });
    const payload = `login_${signIn.userCode.replace('-', '')}`;
    return { ...signIn, verificationUrl: await ctx.services.config.botLink(payload) };
  },
  'auth.deviceToken': (ctx, { deviceCode }) =>
    pollDeviceSignIn(ctx, ctx.services.tokens, deviceCode),
  'auth.me': async (ctx) => showMe(ctx, await getUser(ctx, requirePerson(ctx).id)),
  'auth.profile': async (ctx, changes) => showMe(ctx, await updateProfile(ctx, changes)),
} satisfies Handlers<
  | 'auth.telegram'
  | 'auth.refresh'
  | 'auth.logout'
  | 'auth.device'
  | 'auth.deviceToken'
  | 'auth.me'
  | 'auth.profile'
>;
