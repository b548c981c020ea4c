import type { TicketFilters } from '@tikethet/shared/contracts';
import { ACTIVE_STATUSES, joinList } from '@tikethet/shared/tickets';

export const FIXED_VIEWS = [
  'mine',
  'unassigned',
  'active',
  'risk',
  'mentions',
  'pinned',
  'snoozed',
  'waiting',
  'resolved',
  'closed',
] as const;
export type FixedView = (typeof FIXED_VIEWS)[number];
export type View =
  | { kind: FixedView }
  | { kind: 'category'; categoryId: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'saved'; id: string };

/** What a start shows. */
export const HOME: View = { kind: 'active' };

const ACTIVE = ACTIVE_STATUSES.join(',');
const UUID = /^(category|saved)-([0-9a-f-]{36})$/;
const TAG = 'tag-';

/**
 * What a view means to `GET /tickets`. What sleeps is in no queue. A saved view decides nothing by
 * itself: what it was saved with stands in the filters, where it can be changed.
 */
export function viewFilters(view: View): TicketFilters {
  switch (view.kind) {
    case 'mine':
      return { assigneeId: 'me', status: ACTIVE, snoozed: 'no' };
    case 'unassigned':
      return { assigneeId: 'none', status: ACTIVE, snoozed: 'no' };
    case 'active':
      return { status: ACTIVE, snoozed: 'no' };
    case 'risk':
      return { due: 'risk', snoozed: 'no', sort: 'due' };
    case 'mentions':
      return { mentioned: 'me', status: ACTIVE };
    case 'pinned':
      return { pinned: 'yes' };
    case 'snoozed':
      return { snoozed: 'yes' };
    case 'waiting':
      return { status: 'WAITING_RESPONSE', snoozed: 'no' };
    case 'resolved':
      return { status: 'RESOLVED' };
    case 'closed':
      return { status: 'CLOSED' };
    case 'category':
      return { status: ACTIVE, categoryId: view.categoryId, snoozed: 'no' };
    case 'tag':
      return { status: ACTIVE, tags: joinList([view.tag]), snoozed: 'no' };
    case 'saved':
      return {};
  }
}

/** The view an address names; null when there is none such. */
export function parseView(name: string | undefined): View | null {
  const fixed = FIXED_VIEWS.find((view) => view === name);
  if (fixed) return { kind: fixed };
  if (name?.startsWith(TAG) && name.length > TAG.length) {
    return { kind: 'tag', tag: name.slice(TAG.length) };
  }
  const [, kind, id] = UUID.exec(name ?? '') ?? [];
  if (id === undefined) return null;
  return kind === 'saved' ? { kind, id } : { kind: 'category', categoryId: id };
}

/** As it stands in the address. */
export function viewName(view: View): string {
  switch (view.kind) {
    case 'category':
      return `category-${view.categoryId}`;
    case 'tag':
      return encodeURIComponent(`${TAG}${view.tag}`);
    case 'saved':
      return `saved-${view.id}`;
    default:
      return view.kind;
  }
}

/** Filters that a view has decided already: there is nothing to choose. */
export function decidedBy(view: View): ReadonlySet<keyof TicketFilters> {
  switch (view.kind) {
    case 'mine':
    case 'unassigned':
      return new Set(['assigneeId']);
    case 'waiting':
    case 'resolved':
    case 'closed':
      return new Set(['status']);
    case 'risk':
      return new Set(['due']);
    case 'mentions':
      return new Set(['mentioned']);
    case 'pinned':
      return new Set(['pinned']);
    case 'snoozed':
      return new Set(['snoozed']);
    case 'category':
      return new Set(['categoryId']);
    case 'tag':
      return new Set(['tags']);
    case 'active':
    case 'saved':
      return new Set();
  }
}
