import {
  getConsoleSettings,
  updateConsoleSettings,
} from '../../domain/consoleSettings/consoleSettings';
import { requirePerson } from '../../domain/context';
import { accountHasher } from '../../domain/myData/accountHash';
import { eraseMe } from '../../domain/myData/eraseMe';
import { getSummary } from '../../domain/myData/getSummary';
import { avatarPath, EXPORT_PATH, exportFileName } from '../myFiles';
import type { Handlers } from '../handler';

/** Seconds that a signed address lives at least; it may live five minutes longer. */
const LINK_LIVES = 10 * 60;

export const meHandlers = {
  'me.summary': async (ctx) => {
    const { id } = requirePerson(ctx);
    const { hasAvatar, ...summary } = await getSummary(ctx);
    const avatarUrl = hasAvatar ? ctx.services.links.sign(avatarPath(id), `customer:${id}`) : null;
    return { ...summary, avatarUrl };
  },
  'me.export': async (ctx) => ({
    url: ctx.services.links.sign(EXPORT_PATH, `customer:${requirePerson(ctx).id}`),
    fileName: exportFileName(ctx.now),
    expiresAt: new Date(ctx.now.getTime() + LINK_LIVES * 1_000).toISOString(),
  }),
  'me.erase': (ctx, { confirmation }) =>
    eraseMe(ctx, { confirmation, hashAccount: accountHasher(ctx.services.config.accountKey) }),
  'me.console': getConsoleSettings,
  'me.setConsole': updateConsoleSettings,
} satisfies Handlers<'me.summary' | 'me.export' | 'me.erase' | 'me.console' | 'me.setConsole'>;
