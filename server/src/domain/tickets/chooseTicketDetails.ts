import type { TicketPriority } from '@tikethet/shared/tickets';
import type { Ctx } from '../context';
import { changeTicket } from './changeTicket';
import type { TicketInFull } from './ticket';

export interface ChooseTicketDetailsInput {
  id: string;
  categoryId?: string;
  priority?: TicketPriority;
}

/**
 * The customer answers what the bot asks about a ticket that exists since its first message.
 * @throws AppError `not_found`, `forbidden`, `validation_failed`
 */
export async function chooseTicketDetails(
  ctx: Ctx,
  { id, ...changes }: ChooseTicketDetailsInput,
): Promise<TicketInFull> {
  const { full } = await changeTicket(ctx, {
    id,
    changes,
    customerMay: ['categoryId', 'priority'],
  });
  return full;
}
