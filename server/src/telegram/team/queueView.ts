import { staffQueue, type QueuePlace } from '../../domain/tickets/staffQueue';
import type { TicketInFull } from '../../domain/tickets/ticket';
import { activeCategories } from '../../domain/categories/activeCategories';
import type { Category } from '../../domain/categories/category';
import { categoryLabel } from '../keyboards';
import type { Turn } from '../turn';
import type { View } from './card';
import { queueKeyboard } from './keyboards';
import { priorityMark } from './marks';
import { minutesBetween, spanOf } from './spans';

/** As many as one takes in at a glance. */
const PAGE = 6;
/** Categories that a row can name. */
const MOST_CATEGORIES = 100;

function row(
  turn: Turn,
  { ticket, customer }: TicketInFull,
  category: Category | undefined,
): string {
  const minutes = minutesBetween(ticket.updatedAt, turn.ctx.now);
  const facts = [
    customer.shownName,
    ...(category === undefined ? [] : [categoryLabel(category, turn.language)]),
    turn.plain('team.queue.waits', { span: spanOf(turn.language, minutes) }),
    ...(ticket.assigneeId === null ? [] : [turn.plain('team.queue.mine')]),
  ];
  return turn.t('team.queue.row', {
    mark: priorityMark(ticket.priority),
    number: ticket.number,
    title: ticket.title,
    facts: facts.join(' · '),
  });
}

/** A page of what waits for the person. @throws AppError `forbidden` */
export async function queueView(
  turn: Turn,
  from?: { side: 'before' | 'after'; place: QueuePlace },
): Promise<View> {
  const page = await staffQueue(turn.ctx, { limit: PAGE, ...(from ? { from } : {}) });
  // Everything of a later page was taken meanwhile: the beginning is what there is to see.
  if (page.items.length === 0 && from !== undefined) return queueView(turn);
  const keyboard = queueKeyboard(turn.language, page);
  if (page.items.length === 0) return { html: turn.t('team.queue.empty'), keyboard };
  const categories = await activeCategories(turn.ctx, MOST_CATEGORIES);
  const rows = page.items.map((item) =>
    row(
      turn,
      item,
      categories.find(({ id }) => id === item.ticket.categoryId),
    ),
  );
  const title = turn.t('team.queue.title', { count: page.total });
  return { html: [title, ...rows].join('\n\n'), keyboard };
}
