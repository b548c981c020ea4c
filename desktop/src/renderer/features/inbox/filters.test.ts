import { describe, expect, it } from 'vitest';
import { idOf } from '../../testing/samples';
import { combineFilters, parseFilters, writeFilters } from './filters';
import { parseView, viewName, type View } from './views';

const chosen = (query: string) => parseFilters(new URLSearchParams(query));
const active = 'OPEN,IN_PROGRESS,WAITING_RESPONSE';

describe('the list an address means', () => {
  it('is the view alone when nothing is chosen', () => {
    expect(combineFilters({ kind: 'mine' }, chosen(''))).toEqual({
      status: active,
      assigneeId: 'me',
      sort: 'updated',
    });
  });

  it('narrows the view by what is chosen', () => {
    const query = 'status=RESOLVED&priority=HIGH,CRITICAL&assignee=none&sort=priority';
    expect(combineFilters({ kind: 'active' }, chosen(query))).toEqual({
      status: 'RESOLVED',
      priority: 'HIGH,CRITICAL',
      assigneeId: 'none',
      sort: 'priority',
    });
  });

  it('does not let a filter undo what the view decided', () => {
    const query = `status=OPEN&assignee=none&category=${idOf(2)}`;
    expect(combineFilters({ kind: 'closed' }, chosen(query)).status).toBe('CLOSED');
    expect(combineFilters({ kind: 'mine' }, chosen(query)).assigneeId).toBe('me');
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
    expect(combineFilters({ kind: 'closed' }, chosen('priority=BOGUS&sort=up'))).toEqual({
      status: 'CLOSED',
      sort: 'updated',
    });
    expect(parseView('nowhere')).toBeNull();
  });
});

it('writes the address it reads', () => {
  const query = `q=refund&status=OPEN&priority=HIGH&category=${idOf(1)}&assignee=me&sort=created`;
  expect(decodeURIComponent(writeFilters(chosen(query)).toString())).toBe(query);
  const view: View = { kind: 'category', categoryId: idOf(3) };
  expect(parseView(viewName(view))).toEqual(view);
});
