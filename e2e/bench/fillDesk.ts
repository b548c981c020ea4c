import { createKnex } from '../../server/src/db/knex';

/** Messages of every ticket. */
const MESSAGES = 4;

const STATUSES = `(array['OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE', 'RESOLVED'])[1 + n % 4]`;
const PRIORITIES = `(array['LOW', 'NORMAL', 'NORMAL', 'HIGH', 'CRITICAL'])[1 + n % 5]`;
const TOPICS = `(array['Не приходит код', 'Refund of an order', 'Ошибка при оплате', 'The game stops', 'Потерялся предмет', 'Cannot sign in'])[1 + n % 6]`;

/** Tickets of one statement: the pool gives each 15 seconds. */
const BATCH = 5_000;

/**
 * Fills a demo desk of a database with tickets of the last month, straight through SQL: what a busy
 * desk has, in a minute instead of a day. The console reads them by its snapshot like any others.
 */
export async function fillDesk(url: string, tickets: number): Promise<void> {
  const db = createKnex(url);
  try {
    for (let from = 1; from <= tickets; from += BATCH) {
      const to = Math.min(from + BATCH - 1, tickets);
      await db.raw(
        `with people as (select array_agg(id) as ids from users where role = 'USER'),
           topics as (select array_agg(id) as ids from categories),
           opened as (
             insert into tickets (id, title, description, status, priority, category_id,
               customer_id, channel, message_count, last_position, public_position, last_message,
               created_at, updated_at)
             select gen_random_uuid(), ${TOPICS} || ' ' || n, 'Описание обращения ' || n,
               ${STATUSES}, ${PRIORITIES}, topics.ids[1 + n % cardinality(topics.ids)],
               people.ids[1 + n % cardinality(people.ids)], 'BOT', :messages, :messages, :messages,
               jsonb_build_object('content', 'Сообщение ' || n, 'authorId', null, 'fromStaff',
                 false, 'at', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
               now() - n * interval '20 seconds', now() - n * interval '20 seconds'
             from generate_series(:from::int, :to::int) as n, people, topics
             returning id, customer_id, created_at)
         insert into messages (id, ticket_id, position, author_id, side, kind, content, created_at)
         select gen_random_uuid(), id, place, customer_id, 'CUSTOMER', 'TEXT',
           'Сообщение ' || place, created_at
         from opened, generate_series(1, :messages::int) as place`,
        { from, to, messages: MESSAGES },
      );
    }
    await db.raw('analyze');
  } finally {
    await db.destroy();
  }
}
