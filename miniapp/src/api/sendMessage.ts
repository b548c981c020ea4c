import { ApiError } from '@tikethet/shared/client';
import { queryClient } from '../app/queryClient';
import { haptic } from '../init/telegram';
import { putMessage } from '../live/applyEvent';
import { dropPending, putPending, type Pending } from '../state/outbox';
import { api } from './api';
import { keys } from './queries';

/** The end of each ticket's queue: messages go out one after another, in the order written. */
const queues = new Map<string, Promise<void>>();

async function attempt(pending: Pending): Promise<void> {
  try {
    const message = await api(
      'POST /tickets/{id}/messages',
      {
        id: pending.ticketId,
        content: pending.content,
        attachmentIds: pending.attachments.map((file) => file.id),
        ...(pending.replyToId !== null && { replyToId: pending.replyToId }),
      },
      { idempotencyKey: pending.key },
    );
    putMessage(queryClient, message);
    dropPending(pending.key);
    // A customer's message may bring a ticket back to work; the feed says so too, if it is there.
    void queryClient.invalidateQueries({ queryKey: keys.ticket(pending.ticketId) });
  } catch (error) {
    haptic('error');
    const code = error instanceof ApiError ? error.code : 'internal';
    putPending({ ...pending, state: 'failed', error: code });
    if (code === 'ticket_closed') {
      void queryClient.invalidateQueries({ queryKey: keys.ticket(pending.ticketId) });
    }
  }
}

/** Shows a message at once and sends it; a failure leaves it on screen, to be repeated. */
export function sendMessage(pending: Pending): Promise<void> {
  const sending: Pending = { ...pending, state: 'sending', error: null };
  putPending(sending);
  const before = queues.get(pending.ticketId) ?? Promise.resolve();
  const done = before.then(() => attempt(sending));
  queues.set(pending.ticketId, done);
  return done;
}
