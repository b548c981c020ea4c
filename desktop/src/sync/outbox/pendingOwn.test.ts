import type { Macro } from '@tikethet/shared/contracts';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ownAfter } from './pendingOwn';

const me = randomUUID();
const id = randomUUID();
const at = '2026-11-23T10:00:00.000Z';
const row =
  (operation: 'macros.create' | 'macros.update' | 'macros.delete' | 'me.setConsole') =>
  (input: Record<string, unknown>, held = false) => ({ operation, input, at, held });
const macros = (rows: Parameters<typeof ownAfter>[2], items: Macro[] = []) =>
  (ownAfter('macros.list', { items }, rows, me) as { items: Macro[] }).items;

it('shows macros as they will be when the desk has taken what waits', () => {
  const made = row('macros.create')({ id, name: 'Привет', texts: { ru: 'А', en: null } });
  const renamed = row('macros.update')({ id, name: 'Здравствуйте', base: { name: 'Привет' } });
  expect(macros([made, renamed])).toMatchObject([
    { id, ownerId: me, name: 'Здравствуйте', version: 1, actions: { addTags: [] } },
  ]);
  expect(macros([made, row('macros.delete')({ id })])).toEqual([]);
  // The desk has it already, and what a person has to decide on is not shown.
  const known = macros([made]);
  expect(macros([made], known)).toEqual(known);
  expect(macros([{ ...renamed, held: true }], known)).toEqual(known);
});

it('shows own settings with what waits, part by part', () => {
  const usual = { signature: { text: '', isOn: false }, shortcuts: {} };
  const rows = [
    row('me.setConsole')({ shortcuts: { resolve: ['q'] } }),
    row('me.setConsole')({ signature: { text: 'А', isOn: true } }),
  ];
  expect(ownAfter('me.console', usual, rows, me)).toEqual({
    signature: { text: 'А', isOn: true },
    shortcuts: { resolve: ['q'] },
  });
});

it('shows notifications as read when that waits to be told', () => {
  const one = (n: number, ticket: string | null) => ({
    id: `n${n}`,
    ticket: ticket === null ? null : { id: ticket, number: n, title: '' },
    readAt: null,
  });
  const page = { items: [one(3, 'a'), one(2, 'b'), one(1, 'a')], nextCursor: null, unread: 5 };
  const after = (input: Record<string, unknown>) => {
    const rows = [{ operation: 'notifications.read' as const, input, at, held: false }];
    const shown = ownAfter('notifications.list', page, rows, me) as typeof page;
    return [shown.unread, ...shown.items.map(({ readAt }) => readAt !== null)];
  };
  expect(after({ ticketId: 'a' })).toEqual([3, true, false, true]);
  expect(after({ id: 'n2' })).toEqual([4, false, true, false]);
  expect(after({ upTo: 'n2' })).toEqual([3, false, true, true]);
  expect(after({})).toEqual([0, true, true, true]);
});
