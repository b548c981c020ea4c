import type { TicketFilters } from '@tikethet/shared/contracts';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import { decidedBy, viewFilters, type View } from './views';

export const SORTS = ['updated', 'created', 'priority'] as const;
export type Sort = (typeof SORTS)[number];

/** What a person has chosen on top of a view; kept in the address. */
export interface ChosenFilters {
  search: string;
  status: TicketStatus[];
  priority: TicketPriority[];
  categoryId: string[];
  /** `me`, `none`, a person's id, or empty. */
  assigneeId: string;
  sort: Sort;
}

function listOf<T extends string>(value: string | null, allowed: readonly T[]): T[] {
  const wanted = (value ?? '').split(',');
  return allowed.filter((item) => wanted.includes(item));
}

export function parseFilters(params: URLSearchParams): ChosenFilters {
  return {
    search: (params.get('q') ?? '').trim().slice(0, 200),
    status: listOf(params.get('status'), TICKET_STATUSES),
    priority: listOf(params.get('priority'), TICKET_PRIORITIES),
    categoryId: (params.get('category') ?? '').split(',').filter((id) => id !== ''),
    assigneeId: params.get('assignee') ?? '',
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'updated',
  };
}

export function writeFilters(chosen: ChosenFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (chosen.search !== '') params.set('q', chosen.search);
  if (chosen.status.length > 0) params.set('status', chosen.status.join(','));
  if (chosen.priority.length > 0) params.set('priority', chosen.priority.join(','));
  if (chosen.categoryId.length > 0) params.set('category', chosen.categoryId.join(','));
  if (chosen.assigneeId !== '') params.set('assignee', chosen.assigneeId);
  if (chosen.sort !== 'updated') params.set('sort', chosen.sort);
  return params;
}

/** Whether anything but text and order was chosen. */
export function isNarrowed(chosen: ChosenFilters): boolean {
  return (
    chosen.status.length + chosen.priority.length + chosen.categoryId.length > 0 ||
    chosen.assigneeId !== ''
  );
}

/**
 * The list to read: the view narrowed by what was chosen. A search looks through everything one
 * may see, whatever the view. Keys come in one order, so that equal lists share a cache.
 */
export function combineFilters(view: View, chosen: ChosenFilters): TicketFilters {
  const searching = chosen.search !== '';
  const base = searching ? {} : viewFilters(view);
  const decided = searching ? new Set<string>() : decidedBy(view);
  const pick = (name: 'status' | 'categoryId', list: readonly string[]) =>
    decided.has(name) || list.length === 0 ? base[name] : list.join(',');
  const assigneeId =
    decided.has('assigneeId') || chosen.assigneeId === '' ? base.assigneeId : chosen.assigneeId;
  const status = pick('status', chosen.status);
  const categoryId = pick('categoryId', chosen.categoryId);
  return {
    ...(status === undefined ? {} : { status }),
    ...(chosen.priority.length === 0 ? {} : { priority: chosen.priority.join(',') }),
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(searching ? { search: chosen.search } : {}),
    sort: chosen.sort,
  };
}
