import type { TicketFilters } from '@tikethet/shared/contracts';
import { ACTIVE_STATUSES } from '@tikethet/shared/tickets';

export const FIXED_VIEWS = [
  'mine',
  'unassigned',
  'active',
  'waiting',
  'resolved',
  'closed',
] as const;
export type FixedView = (typeof FIXED_VIEWS)[number];
export type View = { kind: FixedView } | { kind: 'category'; categoryId: string };

const ACTIVE = ACTIVE_STATUSES.join(',');
const CATEGORY = /^category-([0-9a-f-]{36})$/;

/** What a view means to `GET /tickets`. */
export function viewFilters(view: View): TicketFilters {
  switch (view.kind) {
    case 'mine':
      return { assigneeId: 'me', status: ACTIVE };
    case 'unassigned':
      return { assigneeId: 'none', status: ACTIVE };
    case 'active':
      return { status: ACTIVE };
    case 'waiting':
      return { status: 'WAITING_RESPONSE' };
    case 'resolved':
      return { status: 'RESOLVED' };
    case 'closed':
      return { status: 'CLOSED' };
    case 'category':
      return { status: ACTIVE, categoryId: view.categoryId };
  }
}

/** The view an address names; null when there is none such. */
export function parseView(name: string | undefined): View | null {
  const fixed = FIXED_VIEWS.find((view) => view === name);
  if (fixed) return { kind: fixed };
  const categoryId = CATEGORY.exec(name ?? '')?.[1];
  return categoryId === undefined ? null : { kind: 'category', categoryId };
}

export function viewName(view: View): string {
  return view.kind === 'category' ? `category-${view.categoryId}` : view.kind;
}

/** Filters that a view has decided already: there is nothing to choose. */
export function decidedBy(view: View): ReadonlySet<'status' | 'categoryId' | 'assigneeId'> {
  switch (view.kind) {
    case 'mine':
    case 'unassigned':
      return new Set(['assigneeId']);
    case 'waiting':
    case 'resolved':
    case 'closed':
      return new Set(['status']);
    case 'category':
      return new Set(['categoryId']);
    case 'active':
      return new Set();
  }
}
