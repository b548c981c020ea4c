import {
  operations,
  type Category,
  type Message,
  type OperationId,
  type ParsedInputOf,
  type SavedView,
  type Ticket,
  type User,
} from '@tikethet/shared/contracts';
import { localTimeline } from './changes';
import { answerSetup } from './deskSetup';
import type { Replica } from './replica';
import { decodeLocalCursor, encodeLocalCursor, isLocalCursor } from './localCursor';
import { countLocalTickets, countLocalViews } from './localCounts';
import { isCovered, listLocalTickets } from './ticketList';

/** What the replica can say to a question. */
export interface LocalAnswer {
  value: unknown;
  /** It is all there is: the desk need not be asked. */
  complete: boolean;
}

export interface LocalReads {
  /** Null: the replica has nothing to say. */
  answer(id: OperationId, input: Record<string, unknown>): LocalAnswer | null;
  /** What is here is never known to be all: not worth looking for while the desk can be asked. */
  isPartial(id: OperationId): boolean;
}

interface PeoplePage {
  items: User[];
  nextCursor: null;
}

export interface LocalReadsOptions {
  replica: Replica;
  /** Who `me` is. */
  meId: string;
  /** Whether the working set has been read completely. */
  isWhole: () => boolean;
  /** As they are shown. */
  views: () => SavedView[];
  /** What is a person's own, as it is shown. */
  own: (id: OperationId, value: unknown) => unknown;
}

/** Finished tickets and people come here with what the person works with, not all of them. */
const PARTIAL: ReadonlySet<OperationId> = new Set([
  'tickets.counts',
  'views.list',
  'categories.list',
  'users.list',
  'users.get',
  'users.tickets',
]);

/** Answers reads from the replica. */
export function createLocalReads({
  replica,
  meId,
  isWhole,
  views,
  own,
}: LocalReadsOptions): LocalReads {
  const { database } = replica;

  function tickets(input: ParsedInputOf<'tickets.list'>): LocalAnswer | null {
    const complete = isLocalCursor(input.cursor) || (isWhole() && isCovered(input));
    const value = listLocalTickets(replica, input, meId);
    // An empty list from a replica that is not there yet would say what nobody knows.
    return value.items.length === 0 && !isWhole() ? null : { value, complete };
  }

  function counts(): LocalAnswer | null {
    const value = countLocalTickets(replica, meId);
    return value.active === 0 && !isWhole() ? null : { value, complete: false };
  }

  function ticket({ id }: ParsedInputOf<'tickets.get'>): LocalAnswer | null {
    const value = replica.ticket(id);
    return value === null ? null : { value, complete: isWhole() };
  }

  function messages(input: ParsedInputOf<'messages.list'>): LocalAnswer | null {
    const history = replica.historyOf(input.id);
    if (history === null || (history === 'none' && isWhole())) return null;
    const after = input.cursor === undefined ? undefined : decodeLocalCursor(input.cursor)?.[0];
    const down = input.order === 'desc';
    const rows = database.all<{ body: string }>(
      `select body from messages where ticket_id = ? and position ${down ? '<' : '>'} ?
       order by position ${down ? 'desc' : 'asc'} limit ?`,
      input.id,
      typeof after === 'number' ? after : down ? Number.MAX_SAFE_INTEGER : -1,
      input.limit + 1,
    );
    const items = rows.slice(0, input.limit).map(({ body }) => JSON.parse(body) as Message);
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    const nextCursor = more ? encodeLocalCursor([last.position]) : null;
    const complete = isLocalCursor(input.cursor) || (isWhole() && history === 'all');
    return { value: { items, nextCursor }, complete };
  }

  function timeline(input: ParsedInputOf<'tickets.timeline'>): LocalAnswer | null {
    const found = localTimeline(replica, input);
    if (found === null) return null;
    const { whole, ...value } = found;
    return { value, complete: isLocalCursor(input.cursor) || (isWhole() && whole) };
  }

  function categories(): LocalAnswer | null {
    const items = database
      .all<{ body: string }>('select body from categories')
      .map(({ body }) => JSON.parse(body) as Category)
      .sort((a, b) => a.sortOrder - b.sortOrder);
    return items.length === 0 ? null : { value: { items }, complete: false };
  }

  function people(input: ParsedInputOf<'users.list'>): LocalAnswer | null {
    const roles = input.role;
    const words = input.search?.toLowerCase();
    const rows = database.all<{ body: string }>(
      roles?.includes('USER') === false
        ? 'select body from people where staff = 1 limit 5000'
        : 'select body from people limit 5000',
    );
    const items = rows
      .map(({ body }) => JSON.parse(body) as User)
      .filter((user) => roles === undefined || roles.includes(user.role))
      .filter((user) => input.isActive === undefined || user.isActive === input.isActive)
      .filter((user) => words === undefined || namesOf(user).includes(words))
      .slice(0, input.limit);
    const value: PeoplePage = { items, nextCursor: null };
    return items.length === 0 ? null : { value, complete: false };
  }

  /** Those whom one's tickets have brought here. */
  function customers({ search, limit }: ParsedInputOf<'customers.find'>): LocalAnswer | null {
    const found = people({ search, limit, role: ['USER'] });
    if (found === null) return null;
    const items = (found.value as PeoplePage).items.map(({ id, displayName, username, role }) => ({
      id,
      displayName,
      username,
      role,
    }));
    return { value: { items }, complete: false };
  }

  function person({ id }: ParsedInputOf<'users.get'>): LocalAnswer | null {
    const row = database.get<{ body: string }>('select body from people where id = ?', id);
    return row === undefined ? null : { value: JSON.parse(row.body) as User, complete: false };
  }

  function ticketsOf({ id, limit }: ParsedInputOf<'users.tickets'>): LocalAnswer | null {
    const rows = database.all<{ body: string; shown: string | null }>(
      `select body, shown from tickets where customer_id = ?
       order by updated_at desc, id desc limit ?`,
      id,
      limit,
    );
    const items = rows.map(({ body, shown }) => JSON.parse(shown ?? body) as Ticket);
    return items.length === 0 ? null : { value: { items, nextCursor: null }, complete: false };
  }

  function savedViews(): LocalAnswer | null {
    const items = views();
    return items.length === 0 ? null : { value: { items }, complete: false };
  }

  function shownOwn(id: 'macros.list' | 'me.console'): () => LocalAnswer | null {
    const answer = answerSetup(replica, isWhole, id);
    return () => {
      const found = answer();
      return found === null ? null : { ...found, value: own(id, found.value) };
    };
  }

  function viewCounts(): LocalAnswer | null {
    if (!isWhole()) return null;
    const { counts: numbers, complete } = countLocalViews(replica, views(), meId);
    return { value: { counts: numbers }, complete };
  }

  /** The desk is asked first where the replica does not hold all that may be counted or listed. */
  const answers: { [K in OperationId]?: (input: ParsedInputOf<K>) => LocalAnswer | null } = {
    'tickets.list': tickets,
    'tickets.counts': counts,
    'tickets.get': ticket,
    'priorities.list': answerSetup(replica, isWhole, 'priorities.list'),
    'tags.list': answerSetup(replica, isWhole, 'tags.list'),
    'desk.get': answerSetup(replica, isWhole, 'desk.get'),
    'team.list': answerSetup(replica, isWhole, 'team.list'),
    'customers.find': customers,
    'macros.list': shownOwn('macros.list'),
    'me.console': shownOwn('me.console'),
    'views.list': savedViews,
    'views.counts': viewCounts,
    'messages.list': messages,
    'tickets.timeline': timeline,
    'categories.list': categories,
    'users.list': people,
    'users.get': person,
    'users.tickets': ticketsOf,
  };

  return {
    isPartial: (id) => PARTIAL.has(id),
    answer(id, input) {
      const parsed = operations[id].input.safeParse(input);
      // The registry pairs each id with its own input; the pairing is lost on a computed key.
      const run = answers[id] as ((input: unknown) => LocalAnswer | null) | undefined;
      return parsed.success && run !== undefined ? run(parsed.data) : null;
    },
  };
}

function namesOf(user: User): string {
  return [user.displayName, user.firstName, user.lastName, user.username].join(' ').toLowerCase();
}
