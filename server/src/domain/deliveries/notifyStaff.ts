import type { NotificationKind, StaffNotice as Chosen } from '@tikethet/shared/notices';
import { isStaff, type Role } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { queueNoticeEdits } from '../notices/queueNoticeEdit';
import { noticesOf, saveNotices, type NoticeKind, type StaffNotice } from '../notices/staffNotice';
import { notifyAll } from '../notifications/notify';
import { preferencesOf } from '../people/preferences';
import { categoriesOf, toPerson, User } from '../people/user';
import { loadMatrix } from '../rights/matrix';
import { accessTo } from '../tickets/policy';
import type { TicketInFull } from '../tickets/ticket';
import { chatOf, deliverTo, LANES } from './queueDelivery';

/** Desks are small; whoever has more staff than this wants a queue, not a shout. */
const MOST_RECIPIENTS = 200;
/** Milliseconds: people write in bursts, and what comes so soon after a notice joins it silently. */
const JOINS_WITHIN = 2 * 60_000;
/** Milliseconds after which even a burst is worth another sound. */
const JOINS_FOR = 10 * 60_000;

const CHOSEN: Record<NoticeKind, Chosen> = {
  NEW_TICKET: 'newTicket',
  NEW_MESSAGE: 'customerReplied',
  TICKET_ASSIGNED: 'assigned',
  SLA_AT_RISK: 'slaAtRisk',
};

/** What it is called in the list of notifications; of an assignment `notifyOfChange` tells there. */
const LISTED: Record<NoticeKind, NotificationKind | null> = {
  NEW_TICKET: 'NEW_TICKET',
  NEW_MESSAGE: 'CUSTOMER_REPLIED',
  TICKET_ASSIGNED: null,
  SLA_AT_RISK: 'SLA_AT_RISK',
};

/** The assignee, or everybody who could take the ticket. */
export async function whoseConcern(ctx: Ctx, full: TicketInFull): Promise<User[]> {
  if (full.assignee !== null) {
    return full.assignee.isActive && isStaff(full.assignee.role) ? [full.assignee] : [];
  }
  const staff = await User.query(ctx.trx)
    .whereIn('role', ['HELPER', 'MODERATOR', 'ADMIN', 'DEVELOPER'] satisfies Role[])
    .where('isActive', true)
    .orderBy('createdAt')
    .limit(MOST_RECIPIENTS);
  const categories = await categoriesOf(
    ctx.trx,
    staff.map((user) => user.id),
  );
  const matrix = await loadMatrix(ctx.trx);
  return staff.filter((user) => {
    const viewer = toPerson(user, categories.get(user.id) ?? [], matrix[user.role]);
    return accessTo(viewer, full) === 'full';
  });
}

/** Whether the person wants it, and the bot can tell them. */
function isTold(ctx: Ctx, user: User, kind: NoticeKind): boolean {
  if (user.id === ctx.actor.person?.id || !isStaff(user.role) || !user.isActive) return false;
  if (user.botBlockedAt !== null || chatOf(user) === null) return false;
  return preferencesOf(user).staffNotices[CHOSEN[kind]];
}

/** Whether a message of the customer joins the notice that the person has already. */
function joins(ctx: Ctx, kind: NoticeKind, standing: StaffNotice | undefined): boolean {
  if (kind !== 'NEW_MESSAGE' || standing?.isOpen !== true) return false;
  if (standing.kind === 'TICKET_ASSIGNED') return false;
  const now = ctx.now.getTime();
  return (
    now - standing.updatedAt.getTime() < JOINS_WITHIN && now - standing.toldAt.getTime() < JOINS_FOR
  );
}

/**
 * Tells the assignee, or everybody who could take the ticket, in their list of notifications, and in
 * Telegram as far as they want to be told there; never whoever caused it. What a customer adds soon
 * after changes the notice in Telegram instead of ringing again.
 * @param messageId what the customer wrote, where it is about that
 */
export async function notifyStaff(
  ctx: Ctx,
  full: TicketInFull,
  kind: NoticeKind,
  messageId: string | null = null,
): Promise<void> {
  const ticketId = full.ticket.id;
  const concerned =
    kind === 'TICKET_ASSIGNED' && full.assignee === null ? [] : await whoseConcern(ctx, full);
  const listed = LISTED[kind];
  if (listed !== null) {
    await notifyAll(ctx, concerned, {
      kind: listed,
      ticketId,
      personName: full.customer.shownName,
      personId: full.customer.id,
      ...(messageId !== null && { messageId }),
    });
  }
  const recipients = concerned.filter((user) => isTold(ctx, user, kind));
  if (recipients.length === 0) return;
  const standing = await noticesOf(ctx, ticketId);
  const fresh: User[] = [];
  const joined: string[] = [];
  const notices = recipients.map((user): StaffNotice => {
    const known = standing.get(user.id);
    if (known !== undefined && joins(ctx, kind, known)) {
      const onItsWay = known.telegramMessageId === null;
      if (!onItsWay) joined.push(user.id);
      const count = known.count + 1;
      return { ...known, messageId, count, stale: known.stale || onItsWay, updatedAt: ctx.now };
    }
    fresh.push(user);
    return {
      ticketId,
      userId: user.id,
      kind,
      messageId,
      count: 1,
      isOpen: true,
      botId: null,
      telegramMessageId: null,
      stale: false,
      toldAt: ctx.now,
      updatedAt: ctx.now,
    };
  });
  await saveNotices(ctx, notices);
  for (const user of fresh) {
    await deliverTo(ctx, user, { kind: 'NOTICE', lane: LANES.notice, payload: {}, ticketId });
  }
  await queueNoticeEdits(ctx, ticketId, joined);
}
