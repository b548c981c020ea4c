import type { Macro, MacroActions } from '@tikethet/shared/contracts';
import { describe, expect, it, vi } from 'vitest';
import { aTicket, idOf } from '../../testing/samples';
import { draftOf, fieldsOf, isComplete, problemsOf } from './draft';
import { findMacros } from './findMacros';
import { runActions } from './runActions';

const none: MacroActions = { status: null, priority: null, addTags: [], assign: null };
const macro = (number: number, change: Partial<Macro> = {}): Macro => ({
  id: idOf(number),
  ownerId: null,
  name: `Заготовка ${number}`,
  texts: { ru: 'Здравствуйте!', en: null },
  categoryIds: [],
  actions: none,
  version: 1,
  updatedAt: '2026-11-23T10:00:00.000Z',
  ...change,
});

describe('findMacros', () => {
  const here = idOf(50);
  const all = [
    macro(1, { name: 'Возврат денег' }),
    macro(2, { name: 'Деньги ещё идут', texts: { ru: 'Возврат займёт три дня', en: null } }),
    macro(3, { name: 'Другая тема', categoryIds: [idOf(51)] }),
    macro(4, { name: 'Ёлка', categoryIds: [here] }),
  ];
  const names = (search: string, recent: string[] = []) =>
    findMacros(all, { search, categoryId: here, recent }).map(({ name }) => name);

  it('offers those of the category and of all, the last used first', () => {
    expect(names('')).toEqual(['Возврат денег', 'Деньги ещё идут', 'Ёлка']);
    expect(names('', [idOf(4)])[0]).toBe('Ёлка');
  });

  it('finds by name before text, without minding ё', () => {
    expect(names('возврат')).toEqual(['Возврат денег', 'Деньги ещё идут']);
    expect(names('елк')).toEqual(['Ёлка']);
    expect(names('нет такого')).toEqual([]);
  });
});

describe('a draft', () => {
  it('is complete with a name and something to say or do', () => {
    const draft = draftOf(null);
    expect(isComplete(draft)).toBe(false);
    expect(isComplete({ ...draft, name: 'А', texts: { ru: ' ', en: 'Hi' } })).toBe(true);
    expect(isComplete({ ...draft, name: 'А', actions: { ...none, priority: 'HIGH' } })).toBe(true);
    const broken = { ...draft, name: 'А', texts: { ru: '{{имя}}', en: '' } };
    expect(isComplete(broken)).toBe(false);
    expect(problemsOf(broken)).toEqual([{ kind: 'unknown', text: '{{имя}}' }]);
    expect(fieldsOf(draftOf(macro(1))).texts).toEqual({ ru: 'Здравствуйте!', en: null });
  });
});

describe('runActions', () => {
  const me = { id: idOf(1), displayName: 'Я', username: null, role: 'HELPER' as const };
  const rights = {
    work: true,
    own: false,
    reply: true,
    note: true,
    update: true,
    take: true,
    assign: false,
    merge: false,
    deleteMessages: false,
  };
  const run = (actions: Partial<MacroActions>, change = {}, may = {}) => {
    const does = {
      assign: vi.fn(),
      setStatus: vi.fn(),
      setPriority: vi.fn(),
      setTags: vi.fn(),
    };
    const ticket = aTicket(1, { status: 'OPEN', tags: ['а'], assigneeId: null, ...change });
    const context = { ticket, rights: { ...rights, ...may }, me, team: [me] };
    runActions({ ...none, ...actions }, does, context);
    return does;
  };

  it('does what the macro says', () => {
    const does = run({ assign: 'me', status: 'RESOLVED', priority: 'HIGH', addTags: ['б', 'а'] });
    expect(does.assign).toHaveBeenCalledExactlyOnceWith(me);
    expect(does.setStatus).toHaveBeenCalledExactlyOnceWith('RESOLVED');
    expect(does.setPriority).toHaveBeenCalledExactlyOnceWith('HIGH');
    expect(does.setTags).toHaveBeenCalledExactlyOnceWith(['а', 'б']);
  });

  it('leaves out what is so already, what one may not, and what is not possible', () => {
    expect(run({ addTags: ['а'] }).setTags).not.toHaveBeenCalled();
    expect(run({ assign: 'me' }, { assigneeId: me.id }).assign).not.toHaveBeenCalled();
    expect(run({ assign: me.id }).assign).not.toHaveBeenCalled();
    expect(
      run({ status: 'WAITING_RESPONSE' }, { status: 'CLOSED' }).setStatus,
    ).not.toHaveBeenCalled();
    expect(run({ status: 'RESOLVED' }, {}, { update: false }).setStatus).not.toHaveBeenCalled();
  });
});
