import { AppError } from '@tikethet/shared/errors';
import { erased } from '@tikethet/shared/locales/erased';
import { isStaff } from '@tikethet/shared/permissions';
import { discardStored } from '../attachments/discardStored';
import { recordAudit } from '../audit/recordAudit';
import { requirePerson, type Ctx } from '../context';
import { chatOf, LANES, queueDelivery } from '../deliveries/queueDelivery';
import { emitUser } from '../people/meetPerson';
import { User } from '../people/user';
import { revokeSessionsOf } from '../sessions/revokeSession';
import { eraseChat, lockChatsOf } from './eraseChat';
import { eraseTickets, lockTicketsOf } from './eraseTickets';

/** What a person types to show that they mean it, in either language. */
const WORDS = ['DELETE', 'УДАЛИТЬ'];

export interface EraseMeInput {
  confirmation: string;
  /** A keyed hash of a Telegram account, by which its old launch data are refused. */
  hashAccount: (telegramId: number) => string;
}

/**
 * Erases a customer at their own wish: names, Telegram account, texts and files. Numbers, times and
 * ratings of their tickets stay for statistics; whoever comes from that account later is somebody
 * new. See docs/decisions/data-deletion.md.
 * @throws AppError `forbidden` (staff), `validation_failed` (another word)
 */
export async function eraseMe(
  ctx: Ctx,
  { confirmation, hashAccount }: EraseMeInput,
): Promise<void> {
  const person = requirePerson(ctx);
  const { id } = person;
  if (!WORDS.includes(confirmation.trim().toUpperCase())) {
    throw new AppError('validation_failed', {
      issues: [{ path: 'confirmation', message: `must be ${WORDS.join(' or ')}` }],
    });
  }
  // The order of locks that everybody keeps: chats, tickets, the rest.
  await lockChatsOf(ctx, id);
  const tickets = await lockTicketsOf(ctx, id);
  const before = await User.query(ctx.trx).findById(id).forUpdate().throwIfNotFound();
  if (isStaff(before.role)) throw new AppError('forbidden', { reason: 'staff' });
  const after = await eraseAccount(ctx, before);
  if (before.telegramId !== null) {
    await eraseChat(ctx, id, before.telegramId);
    await ctx
      .trx('erased_accounts')
      .insert({ account_hash: hashAccount(before.telegramId), erased_at: ctx.now })
      .onConflict('account_hash')
      .merge();
  }
  // What the tickets' own records say of who closed them must not name the person again.
  const nameless = { ...person, displayName: after.shownName };
  await eraseTickets({ ...ctx, actor: { ...ctx.actor, person: nameless } }, after, tickets);
  await recordAudit(ctx, {
    action: 'user.erased',
    targetType: 'user',
    targetId: id,
    after: { tickets: tickets.length },
  });
  await emitUser(ctx, after);
  await sayGoodbye(ctx, before);
}

async function eraseAccount(ctx: Ctx, before: User): Promise<User> {
  const { id } = before;
  await revokeSessionsOf(ctx, id);
  await ctx.trx('sessions').where({ user_id: id }).update({ ip: '', device_name: '' });
  for (const table of ['device_grants', 'idempotency_keys', 'notifications', 'ticket_reads']) {
    await ctx.trx(table).where({ user_id: id }).delete();
  }
  await ctx.trx('ticket_pins').where({ person_id: id }).delete();
  for (const table of ['customer_notes', 'customer_tags']) {
    await ctx.trx(table).where({ customer_id: id }).delete();
  }
  await ctx.trx('audit_log').where({ target_id: id }).update({ before: null, after: null });
  if (before.username !== null) await forgetInvited(ctx, before.username);
  if (before.avatarKey !== null) await discardStored(ctx, before.avatarKey);
  return before.patched(ctx.trx, {
    telegramId: null,
    firstName: erased[before.language].person,
    lastName: null,
    username: null,
    displayName: null,
    preferences: {},
    isActive: false,
    botStartedAt: null,
    botBlockedAt: null,
    lastSeenAt: null,
    avatarKey: null,
    avatarUniqueId: null,
    avatarDueAt: null,
    erasedAt: ctx.now,
  });
}

/** Invitations that carry the name lose it, and with it their worth. */
async function forgetInvited(ctx: Ctx, username: string): Promise<void> {
  const named = await ctx
    .trx<{ id: string; username: string | null; revoked_at: Date | null }>('invitations')
    .where({ username: username.toLowerCase() })
    .update({ username: null, revoked_at: ctx.trx.raw('coalesce(revoked_at, ?)', [ctx.now]) })
    .returning('id');
  const ids = named.map(({ id }) => id);
  await ctx.trx('audit_log').whereIn('target_id', ids).update({ before: null, after: null });
}

/** Queued after everything else of the chat was taken back, so these are the last words. */
async function sayGoodbye(ctx: Ctx, before: User): Promise<void> {
  const chatId = chatOf(before);
  if (chatId === null || before.botBlockedAt !== null) return;
  await queueDelivery(ctx, {
    chatId,
    userId: null,
    kind: 'CALL',
    lane: LANES.person,
    payload: {
      method: 'sendMessage',
      params: {
        chat_id: chatId,
        text: erased[before.language].goodbye,
        reply_markup: { remove_keyboard: true },
      },
    },
  });
}
