import type { Knex } from 'knex';
import type { EventType } from '@tikethet/shared/events';
import { newId } from '../db/ids';
import type { Audience } from './audience';

/** Facts between servers: a session ended, a person's rights changed, a person was blocked. */
export type ControlType = 'session.revoked' | 'account.rights_changed' | 'account.blocked';

export interface NewEvent {
  type: EventType | ControlType;
  ticketId: string | null;
  actorId: string | null;
  at: Date;
  audience: Audience;
  /** The resource as staff see it. */
  data: unknown;
  /** The resource as its customer sees it; null when no customer may. */
  customerData: unknown;
}

/** Facts in one statement; a person's notice to a whole team is a batch. */
const BATCH = 50;

/**
 * Records facts in the transaction that makes them true. Their order within a ticket is the order
 * of `seq`, which is drawn here, under the ticket's row lock: so the caller must hold it.
 */
export async function appendEvents(trx: Knex, events: readonly NewEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += BATCH) {
    const batch = events.slice(from, from + BATCH);
    await trx
      .raw(
        `insert into event_log
           (id, type, ticket_id, actor_id, at, audience, customer_audience, hidden_audience, data,
            customer_data)
         values ${batch.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
        batch.flatMap(bindingsOf),
      )
      // Planned once per connection and number of events.
      .options({ name: `append-${batch.length}` });
  }
}

function bindingsOf(event: NewEvent): Knex.RawBinding[] {
  return [
    newId(),
    event.type,
    event.ticketId,
    event.actorId,
    event.at,
    [...event.audience.staff],
    [...event.audience.customer],
    [...event.audience.hidden],
    JSON.stringify(event.data),
    event.customerData === null ? null : JSON.stringify(event.customerData),
  ] as Knex.RawBinding[];
}
