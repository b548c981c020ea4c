import { ticketFilters } from '@tikethet/shared/contracts';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../testing/samples';
import { chosenOf, combineFilters, isNarrowed, parseFilters, writeFilters } from './filters';
import { parseView, viewName, type View } from './views';

const chosen = (query: string) => parseFilters(new URLSearchParams(query));
const active = 'OPEN,IN_PROGRESS,WAITING_RESPONSE';
const everything =
  `q=refund&status=OPEN&priority=HIGH&category=${idOf(1)}&assignee=me&tag=vip,оплата&channel=BOT` +
  `&rating=1,2&customer=${idOf(2)}&created=7d&unread=yes&mentioned=yes&snoozed=no&due=late&sort=waiting`;

describe('the list an address means', () => {
  it('is the view alone when nothing is chosen', () => {
    expect(combineFilters({ kind: 'mine' }, chosen(''))).toEqual({
      status: active,
      assigneeId: 'me',
      snoozed: 'no',
      sort: 'updated',
    });
    expect(combineFilters({ kind: 'risk' }, chosen('')).sort).toBe('due');
  });

  it('narrows the view by what is chosen', () => {
    const query = 'status=RESOLVED&priority=HIGH,CRITICAL&assignee=none&sort=priority';
    expect(combineFilters({ kind: 'active' }, chosen(query))).toEqual({
      status: 'RESOLVED',
      priority: 'HIGH,CRITICAL',
      assigneeId: 'none',
      snoozed: 'no',
      sort: 'priority',
    });
  });

  it('does not let a filter undo what the view decided', () => {
    const query = `status=OPEN&assignee=none&category=${idOf(2)}&tag=other`;
    expect(combineFilters({ kind: 'closed' }, chosen(query)).status).toBe('CLOSED');
    expect(combineFilters({ kind: 'mine' }, chosen(query)).assigneeId).toBe('me');
    expect(combineFilters({ kind: 'tag', tag: 'vip' }, chosen(query)).tags).toBe('vip');
    const category: View = { kind: 'category', categoryId: idOf(1) };
    expect(combineFilters(category, chosen(query)).categoryId).toBe(idOf(1));
  });

  it('searches everything, whatever the view', () => {
    expect(combineFilters({ kind: 'mine' }, chosen('q=refund'))).toEqual({
      search: 'refund',
      sort: 'updated',
    });
  });

  it('ignores what makes no sense', () => {
    const query = 'priority=BOGUS&sort=up&due=never&created=yesterday&rating=9';
    expect(combineFilters({ kind: 'closed' }, chosen(query))).toEqual({
      status: 'CLOSED',
      sort: 'updated',
    });
    expect(parseView('nowhere')).toBeNull();
  });

  it('is one that the desk understands, with every filter at once', () => {
    const filters = combineFilters({ kind: 'saved', id: idOf(3) }, chosen(everything));
    expect(ticketFilters.safeParse(filters).error).toBeUndefined();
    expect(Object.keys(filters)).toHaveLength(15);
    const days = combineFilters({ kind: 'active' }, chosen('created=2026-11-01..2026-11-20'));
    expect(ticketFilters.safeParse(days).error).toBeUndefined();
    expect(Date.parse(days.createdTo ?? '') - Date.parse(days.createdFrom ?? '')).toBeGreaterThan(
      19.9 * 86_400_000,
    );
  });
});

it('writes the address it reads', () => {
  expect(decodeURIComponent(writeFilters(chosen(everything)).toString())).toBe(everything);
});

it('shows a saved view with the filters it was saved with', () => {
  const view: View = { kind: 'saved', id: idOf(3) };
  for (const query of [everything, 'created=2026-11-01..2026-11-20', 'due=risk']) {
    const filters = combineFilters(view, chosen(query));
    expect(combineFilters(view, chosenOf(filters))).toEqual(filters);
  }
});

it('knows whether the list is narrowed', () => {
  expect(isNarrowed(chosen('q=x&sort=due'))).toBe(false);
  expect(isNarrowed(chosen('unread=yes'))).toBe(true);
  expect(isNarrowed(chosen('tag=vip'))).toBe(true);
});

it('names views so that they are found again', () => {
  const views: View[] = [
    { kind: 'category', categoryId: idOf(3) },
    { kind: 'saved', id: idOf(4) },
    { kind: 'tag', tag: 'возврат 50%/срочно' },
    { kind: 'snoozed' },
  ];
  for (const view of views) expect(parseView(decodeURIComponent(viewName(view)))).toEqual(view);
});

it('keeps a comma of a tag through address, view and saved view', () => {
  const odd = 'оплата, возврат';
  const address = writeFilters({ ...chosen(''), tags: [odd, 'vip'] }).toString();
  expect(chosen(address).tags).toEqual([odd, 'vip']);
  const filters = combineFilters({ kind: 'active' }, chosen(address));
  expect(ticketFilters.parse(filters).tags).toEqual([odd, 'vip']);
  expect(chosenOf(filters).tags).toEqual([odd, 'vip']);
  const view = combineFilters({ kind: 'tag', tag: odd }, chosen(''));
  expect(ticketFilters.parse(view).tags).toEqual([odd]);
});
