import type { FeedEvent } from '@tikethet/shared/events';
import { presentEvent } from '../feed/presentEvent';
import { isPublicType, type FeedRow } from '../feed/read';
import type { DeskServer } from './socketState';

/** Signs the addresses of files for a kind of reader. */
export type SignEvent = (event: FeedEvent, subject: 'staff' | `customer:${string}`) => FeedEvent;

/**
 * Sends one event to this node's sockets: the staff view to staff rooms, the customer's view to
 * the customer unless they are also staff here, and "gone from your sight" to who lost it. Socket.IO
 * sends a packet once per socket however many of its rooms are named, and encodes it once.
 */
export function emitEvent(io: DeskServer, row: FeedRow, epoch: string, sign: SignEvent): void {
  if (!isPublicType(row.type)) return;
  const { audience, customerAudience, hiddenAudience } = row;
  if (audience.length > 0) {
    const event = sign(presentEvent(row, epoch, 'staff'), 'staff');
    io.local.to(audience).emit('event', event);
  }
  for (const key of customerAudience) {
    const subject: `customer:${string}` = `customer:${key.slice('customer:'.length)}`;
    const event = sign(presentEvent(row, epoch, 'customer'), subject);
    io.local.to(key).except(audience).emit('event', event);
  }
  if (hiddenAudience.length > 0) {
    const event = presentEvent(row, epoch, 'hidden');
    io.local
      .to(hiddenAudience)
      .except([...audience, ...customerAudience])
      .emit('event', event);
  }
}
