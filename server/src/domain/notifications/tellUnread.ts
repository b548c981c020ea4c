import { emit, type Ctx } from '../context';
import { countUnreadOf } from './notification';

/**
 * Tells people's devices how many notifications they have not read, after others than themselves
 * changed that.
 * @param ticketId whose notifications it was about; null: of any
 */
export async function tellUnread(
  ctx: Ctx,
  userIds: readonly string[],
  ticketId: string | null,
): Promise<void> {
  const people = [...new Set(userIds)];
  if (people.length === 0) return;
  const unread = await countUnreadOf(ctx.trx, people);
  await emit(
    ctx,
    ...people.map((userId) => ({
      type: 'notification.read' as const,
      ticketId: null,
      audience: { staff: [`account:${userId}`], customer: [], hidden: [] },
      data: { unread: unread.get(userId) ?? 0, ticketId },
      customerData: null,
    })),
  );
}
