import type { TicketFilters } from '@tikethet/shared/contracts';
import {
  CREATED_WITHIN,
  joinList,
  splitList,
  TICKET_CHANNELS,
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type CreatedWithin,
  type TicketChannel,
  type TicketPriority,
  type TicketSort,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import { rangeOf, rangeText } from './createdRange';
import { decidedBy, viewFilters, type View } from './views';

export const RATINGS = ['1', '2', '3', '4', '5'] as const;
export const DUES = ['late', 'risk', 'any'] as const;
const YES_NO = ['yes', 'no'] as const;

/** What a person has chosen on top of a view; kept in the address. */
export interface ChosenFilters {
  search: string;
  status: TicketStatus[];
  priority: TicketPriority[];
  categoryId: string[];
  /** `me`, `none`, a person's id, or empty. */
  assigneeId: string;
  tags: string[];
  channel: TicketChannel[];
  rating: (typeof RATINGS)[number][];
  customerId: string;
  /** A {@link CreatedWithin}, two days as `2026-11-01..2026-11-20`, or empty. */
  created: string;
  unread: boolean;
  mentioned: boolean;
  pinned: boolean;
  snoozed: 'yes' | 'no' | '';
  due: (typeof DUES)[number] | '';
  /** Empty: as the view is sorted. */
  sort: TicketSort | '';
}

export const NO_FILTERS: ChosenFilters = {
  search: '',
  status: [],
  priority: [],
  categoryId: [],
  assigneeId: '',
  tags: [],
  channel: [],
  rating: [],
  customerId: '',
  created: '',
  unread: false,
  mentioned: false,
  pinned: false,
  snoozed: '',
  due: '',
  sort: '',
};

/** How each is called in the address. */
const NAMES = {
  search: 'q',
  status: 'status',
  priority: 'priority',
  categoryId: 'category',
  assigneeId: 'assignee',
  tags: 'tag',
  channel: 'channel',
  rating: 'rating',
  customerId: 'customer',
  created: 'created',
  unread: 'unread',
  mentioned: 'mentioned',
  pinned: 'pinned',
  snoozed: 'snoozed',
  due: 'due',
  sort: 'sort',
} as const satisfies Record<keyof ChosenFilters, string>;

/** In the address of a saved view: all that it was saved with was taken away. */
export const NOTHING = 'none';

function listOf<T extends string>(value: string | null, allowed: readonly T[]): T[] {
  const wanted = (value ?? '').split(',');
  return allowed.filter((item) => wanted.includes(item));
}

function oneOf<T extends string>(value: string | null, allowed: readonly T[]): T | '' {
  return allowed.find((item) => item === value) ?? '';
}

function words(value: string | null): string[] {
  return splitList(value ?? '').filter((word) => word !== '');
}

function isCreated(value: string): boolean {
  return CREATED_WITHIN.some((one) => one === value) || rangeOf(value) !== null;
}

/** @param get what stands under a name of the address */
function read(get: (name: string) => string | null): ChosenFilters {
  const created = get(NAMES.created) ?? '';
  return {
    search: (get(NAMES.search) ?? '').trim().slice(0, 200),
    status: listOf(get(NAMES.status), TICKET_STATUSES),
    priority: listOf(get(NAMES.priority), TICKET_PRIORITIES),
    categoryId: words(get(NAMES.categoryId)),
    assigneeId: get(NAMES.assigneeId) ?? '',
    tags: words(get(NAMES.tags)),
    channel: listOf(get(NAMES.channel), TICKET_CHANNELS),
    rating: listOf(get(NAMES.rating), RATINGS),
    customerId: get(NAMES.customerId) ?? '',
    created: isCreated(created) ? created : '',
    unread: get(NAMES.unread) === 'yes',
    mentioned: get(NAMES.mentioned) === 'yes',
    pinned: get(NAMES.pinned) === 'yes',
    snoozed: oneOf(get(NAMES.snoozed), YES_NO),
    due: oneOf(get(NAMES.due), DUES),
    sort: oneOf(get(NAMES.sort), TICKET_SORTS),
  };
}

export function parseFilters(params: URLSearchParams): ChosenFilters {
  return read((name) => params.get(name));
}

export function writeFilters(chosen: ChosenFilters): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, name] of Object.entries(NAMES)) {
    const value = chosen[key as keyof ChosenFilters];
    const text = Array.isArray(value) ? joinList(value) : value === true ? 'yes' : value;
    if (typeof text === 'string' && text !== '') params.set(name, text);
  }
  return params;
}

/** What a saved view was saved with, as if it had just been chosen. */
export function chosenOf(filters: TicketFilters): ChosenFilters {
  const { createdFrom, createdTo, createdWithin, mentioned, search, ...others } = filters;
  const known: Record<string, string | undefined> = {
    ...Object.fromEntries(
      Object.entries(others).map(([key, value]) => [
        key in NAMES ? NAMES[key as keyof typeof NAMES] : key,
        value,
      ]),
    ),
    [NAMES.search]: search,
    [NAMES.mentioned]: mentioned === undefined ? undefined : 'yes',
    [NAMES.created]: createdWithin ?? rangeText(createdFrom, createdTo),
  };
  return read((name) => known[name] ?? null);
}

/** Whether anything but text and order was chosen. */
export function isNarrowed({ search: _, sort: __, ...chosen }: ChosenFilters): boolean {
  return Object.values(chosen).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== '' && value !== false,
  );
}

/** What was chosen, as `GET /tickets` takes it. */
function asQuery(chosen: ChosenFilters): TicketFilters {
  const { created, unread, mentioned, pinned, snoozed, due, sort, search, ...lists } = chosen;
  const range = rangeOf(created);
  const query: TicketFilters = {};
  for (const [key, value] of Object.entries(lists)) {
    const text = Array.isArray(value) ? joinList(value) : value;
    if (text !== '') Object.assign(query, { [key]: text });
  }
  if (range) Object.assign(query, range);
  else if (created !== '') query.createdWithin = created as CreatedWithin;
  if (unread) query.unread = 'yes';
  if (mentioned) query.mentioned = 'me';
  if (pinned) query.pinned = 'yes';
  if (snoozed !== '') query.snoozed = snoozed;
  if (due !== '') query.due = due;
  if (sort !== '') query.sort = sort;
  if (search !== '') query.search = search;
  return query;
}

/**
 * The list to read: the view narrowed by what was chosen. A search looks through everything one
 * may see, whatever the view. Keys come in one order, so that equal lists share a cache.
 */
export function combineFilters(view: View, chosen: ChosenFilters): TicketFilters {
  const wanted = asQuery(chosen);
  if (chosen.search !== '' && view.kind !== 'saved') return inOrder({ sort: 'updated', ...wanted });
  const decided = decidedBy(view);
  const free = Object.entries(wanted).filter(([key]) => !decided.has(key as keyof TicketFilters));
  return inOrder({ sort: 'updated', ...viewFilters(view), ...Object.fromEntries(free) });
}

function inOrder(filters: TicketFilters): TicketFilters {
  return Object.fromEntries(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
