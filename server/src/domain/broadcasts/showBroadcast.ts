import type { Broadcast as BroadcastResource } from '@tikethet/shared/contracts';
import { isUnderWay } from '@tikethet/shared/broadcasts';
import type { Knex } from 'knex';
import { User } from '../people/user';
import type { Broadcast } from './broadcast';

/** The reason under which deliveries of people who blocked the bot fail. */
export const BLOCKED = 'blocked_by_user';
/** Reasons that are named one by one. */
const MOST_REASONS = 5;

type Counts = Pick<BroadcastResource, 'counts' | 'failures'>;

/** What became of a broadcast's recipients so far. */
export async function countRecipients(trx: Knex, broadcastId: string): Promise<Counts> {
  const result = await trx.raw<{
    rows: { state: string; reason: string | null; count: number }[];
  }>(
    `select state, reason, count(*) from broadcast_recipients
     where broadcast_id = ? group by state, reason`,
    [broadcastId],
  );
  const counts = { waiting: 0, sent: 0, blocked: 0, failed: 0, unknown: 0 };
  const failures: Counts['failures'] = [];
  for (const { state, reason, count } of result.rows) {
    if (state === 'SENT') counts.sent += count;
    else if (state === 'UNKNOWN') counts.unknown += count;
    else if (state !== 'FAILED') counts.waiting += count;
    else if (reason === BLOCKED) counts.blocked += count;
    else {
      counts.failed += count;
      failures.push({ reason: reason ?? 'other', count });
    }
  }
  failures.sort((a, b) => b.count - a.count);
  return { counts, failures: failures.slice(0, MOST_REASONS) };
}

/** A broadcast as the API shows it, with its numbers as they are now. */
export async function showBroadcast(trx: Knex, broadcast: Broadcast): Promise<BroadcastResource> {
  const author = await User.query(trx).findById(broadcast.authorId).throwIfNotFound();
  const { counts, failures } = await countRecipients(trx, broadcast.id);
  return {
    id: broadcast.id,
    author: { id: author.id, displayName: author.shownName },
    segment: broadcast.segment,
    content: broadcast.content,
    fileName: broadcast.file?.fileName ?? null,
    state: broadcast.state,
    recipients: broadcast.recipients,
    counts,
    failures,
    createdAt: broadcast.createdAt.toISOString(),
    startedAt: broadcast.startedAt?.toISOString() ?? null,
    finishedAt: isUnderWay(broadcast.state) ? null : (broadcast.finishedAt?.toISOString() ?? null),
  };
}
