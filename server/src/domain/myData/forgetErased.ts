import type { Knex } from 'knex';

/** Days for which launch data, or a process that was down, may bring an erased account up again. */
const REMEMBERED_DAYS = 2;
const BATCH = 2_000;

/**
 * Nightly: takes what erased people wrote out of the feed's log (no index finds it, so it is looked
 * through once for all), and their chats out of the sender's records once the last words were said.
 */
export async function forgetErased(db: Knex, now: Date): Promise<void> {
  const since = new Date(now.getTime() - REMEMBERED_DAYS * 86_400_000);
  for (;;) {
    const { rowCount } = await db.raw<{ rowCount: number }>(
      `update event_log set audience = '{}', customer_audience = '{}', hidden_audience = '{}',
         data = '{}', customer_data = null
       where seq in (
         select event.seq from event_log event
         join (select id, erased_at from users where erased_at > ?) person
           on event.ticket_id in (select id from tickets where customer_id = person.id)
             or event.actor_id = person.id
             or event.audience @> array['account:' || person.id]
         where event.at < person.erased_at and event.data <> '{}'
         limit ${BATCH})`,
      [since],
    );
    if (rowCount < BATCH) break;
  }
  await db.raw(
    `delete from deliveries where user_id is null and kind = 'CALL' and chat_id > 0
       and state in ('SENT', 'FAILED', 'UNKNOWN')`,
  );
  await db.raw(
    `delete from telegram_chats where user_id is null and chat_id > 0
       and not exists (select 1 from deliveries waiting
         where waiting.chat_id = telegram_chats.chat_id and waiting.state in ('QUEUED', 'SENDING'))
       and not exists (select 1 from telegram_updates waiting
         where waiting.chat_id = telegram_chats.chat_id
           and waiting.processed_at is null and waiting.parked_at is null)`,
  );
  await db('erased_accounts').where('erased_at', '<', since).delete();
}
