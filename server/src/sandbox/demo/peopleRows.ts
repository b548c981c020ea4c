import type { Customer } from './customers';
import type { TicketFate } from './fates';
import { DEMO_NEWCOMER, demoPeople, type DemoCategory } from './people';
import type { Random } from './random';
import type { DemoRows } from './rows';
import { workers } from './staff';

const DAY = 86_400_000;

const iso = (at: number) => new Date(at).toISOString();

interface PeopleSources {
  random: Random;
  rows: DemoRows;
  customers: readonly Customer[];
  moments: readonly number[];
  fates: readonly TicketFate[];
  sources: { now: Date; categoryIds: Readonly<Record<DemoCategory, string>> };
}

/**
 * Adds staff and customers. The bot may write only to those whom the sandbox plays; others have a
 * past with it, but there is nobody behind their chats.
 * @returns ids of staff by Telegram id
 */
export function addPeople(people: PeopleSources): Map<number, string> {
  const { customers, rows } = people;
  const staffIds = addStaff(people);
  const visits = new Map<string, { first: number; last: number }>();
  people.fates.forEach(({ customer }, index) => {
    const at = people.moments[index] ?? 0;
    visits.set(customer.id, { first: visits.get(customer.id)?.first ?? at, last: at });
  });
  for (const customer of customers) {
    const visit = visits.get(customer.id);
    // Who never wrote is not known; the newcomer is met when they press Start.
    if (visit === undefined) continue;
    const createdAt =
      visit.first - (people.random.chance(0.6) ? 1 : 40) * people.random.int(9_000, 400_000);
    rows.users.push({
      id: customer.id,
      telegram_id: customer.telegramId,
      role: 'USER',
      first_name: customer.firstName,
      last_name: customer.lastName,
      username: customer.username,
      language: customer.language,
      is_active: true,
      bot_started_at: customer.inSandbox ? iso(createdAt) : null,
      created_at: iso(createdAt),
      last_seen_at: iso(visit.last),
    });
  }
  return staffIds;
}

function addStaff({ random, rows, sources }: PeopleSources): Map<number, string> {
  const now = sources.now.getTime();
  const staffIds = new Map<number, string>();
  for (const [index, worker] of workers.entries()) {
    const since = now - (230 - index * 9) * DAY;
    const id = random.uuid(since);
    const left = worker.leftDaysAgo;
    staffIds.set(worker.telegramId, id);
    rows.users.push({
      id,
      telegram_id: worker.telegramId,
      role: worker.role,
      first_name: worker.firstName,
      last_name: worker.lastName,
      username: worker.username,
      language: worker.language,
      is_active: left === undefined,
      bot_started_at: demoPeople.some(({ id: known }) => known === worker.telegramId)
        ? iso(since)
        : null,
      created_at: iso(since),
      last_seen_at: iso(left === undefined ? now - random.int(1, 400) * 60_000 : now - left * DAY),
    });
    for (const category of worker.categories) {
      rows.user_categories.push({ user_id: id, category_id: sources.categoryIds[category] });
    }
  }
  return staffIds;
}

interface ChatSources {
  now: Date;
  botId: number;
  customers: readonly Customer[];
  /** Ids of staff by Telegram id. */
  staffIds: ReadonlyMap<number, string>;
  /** The newest active ticket by customer. */
  current: ReadonlyMap<string, string>;
}

/** The chats of those whom the sandbox plays, each with the ticket they last had. */
export function addSandboxChats(rows: DemoRows, sources: ChatSources): void {
  for (const person of demoPeople) {
    if (person.id === DEMO_NEWCOMER) continue;
    const customer = sources.customers.find(({ telegramId }) => telegramId === person.id);
    const userId = customer?.id ?? sources.staffIds.get(person.id);
    if (userId === undefined) throw new Error(`${person.firstName} is missing from the desk`);
    rows.telegram_chats.push({
      bot_id: sources.botId,
      chat_id: person.id,
      user_id: userId,
      current_ticket_id: sources.current.get(userId) ?? null,
      next_send_at: sources.now.toISOString(),
    });
  }
}
