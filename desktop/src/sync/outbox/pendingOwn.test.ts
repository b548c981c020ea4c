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
  const renamed = row('macros.update')({ id, name: 'Здравствуйте', version: 1 });
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
