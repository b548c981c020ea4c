import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  affectedRoles,
  can,
  changeRefusal,
  DEFAULT_MATRIX,
  effectiveMatrix,
  mayGrant,
  outranks,
  PERMISSIONS,
  permissionsOf,
  readMatrix,
  ROLES,
  ticketAccess,
  type PermissionMatrix,
  type PermissionOverride,
  type Role,
} from '.';

const ticket = {
  customerId: 'customer',
  assigneeId: null as string | null,
  categoryId: 'a',
  participantIds: [] as string[],
};
const holder = (role: Role, matrix: PermissionMatrix = DEFAULT_MATRIX) => ({
  role,
  permissions: matrix[role],
});
const viewer = (role: Role, id = 'me', categoryIds: string[] = []) => ({
  ...holder(role),
  id,
  categoryIds,
});

test('each role may do at least what the one below may', () => {
  for (const [index, role] of ROLES.entries()) {
    const below = ROLES[index - 1];
    if (below === undefined) continue;
    for (const permission of PERMISSIONS) {
      if (can(holder(below), permission))
        expect(can(holder(role), permission), permission).toBe(true);
    }
  }
});

test('nobody changes a peer or a superior; developers may, among themselves', () => {
  expect(outranks('ADMIN', 'ADMIN')).toBe(false);
  expect(outranks('ADMIN', 'MODERATOR')).toBe(true);
  expect(outranks('DEVELOPER', 'DEVELOPER')).toBe(true);
  expect(mayGrant(holder('ADMIN'), 'ADMIN')).toBe(false);
  expect(mayGrant(holder('ADMIN'), 'MODERATOR')).toBe(true);
  expect(mayGrant(holder('MODERATOR'), 'HELPER')).toBe(false);
  expect(mayGrant(holder('DEVELOPER'), 'DEVELOPER')).toBe(true);
});

test('a helper sees the pool of own categories, what is assigned, and what was worked on', () => {
  expect(ticketAccess(viewer('HELPER'), ticket)).toBe('full');
  expect(ticketAccess(viewer('HELPER', 'me', ['a']), ticket)).toBe('full');
  expect(ticketAccess(viewer('HELPER', 'me', ['b']), ticket)).toBe('none');
  expect(ticketAccess(viewer('HELPER'), { ...ticket, assigneeId: 'me' })).toBe('full');
  expect(ticketAccess(viewer('HELPER'), { ...ticket, assigneeId: 'other' })).toBe('none');
  const workedOn = { ...ticket, assigneeId: 'other', participantIds: ['me'] };
  expect(ticketAccess(viewer('HELPER'), workedOn)).toBe('read');
  expect(ticketAccess(viewer('MODERATOR'), workedOn)).toBe('full');
});

test('customers see their own tickets only, whatever they were before', () => {
  expect(ticketAccess(viewer('USER', 'customer'), ticket)).toBe('customer');
  expect(ticketAccess(viewer('USER'), ticket)).toBe('none');
  expect(ticketAccess(viewer('USER'), { ...ticket, assigneeId: 'me' })).toBe('none');
  expect(ticketAccess(viewer('USER'), { ...ticket, participantIds: ['me'] })).toBe('none');
});

describe('changes of the matrix', () => {
  const change = (role: Role, permission: PermissionOverride['permission'], allowed: boolean) => ({
    role,
    permission,
    allowed,
  });

  test('differences count for their own role only', () => {
    const overrides = [
      change('HELPER', 'ticket.viewAll', true),
      change('HELPER', 'ticket.note', false),
    ];
    const helper = permissionsOf('HELPER', overrides);
    expect(helper).toContain('ticket.viewAll');
    expect(helper).not.toContain('ticket.note');
    expect(permissionsOf('MODERATOR', overrides)).toBe(DEFAULT_MATRIX.MODERATOR);
    expect(
      ticketAccess({ ...viewer('HELPER'), permissions: helper }, { ...ticket, assigneeId: 'x' }),
    ).toBe('full');
  });

  test('what is given goes up, what is taken goes down', () => {
    expect(affectedRoles(DEFAULT_MATRIX, change('HELPER', 'ticket.delete', true))).toEqual([
      'HELPER',
      'MODERATOR',
    ]);
    expect(affectedRoles(DEFAULT_MATRIX, change('ADMIN', 'ticket.reply', false))).toEqual([
      'HELPER',
      'MODERATOR',
      'ADMIN',
    ]);
    expect(affectedRoles(DEFAULT_MATRIX, change('HELPER', 'ticket.reply', true))).toEqual([]);
  });

  test.each<[Role, Role, PermissionOverride['permission'], boolean, string | null]>([
    ['ADMIN', 'HELPER', 'ticket.viewAll', true, null],
    ['ADMIN', 'MODERATOR', 'ticket.delete', true, null],
    ['ADMIN', 'ADMIN', 'ticket.delete', false, 'rank'],
    ['ADMIN', 'DEVELOPER', 'ticket.delete', false, 'rank'],
    ['ADMIN', 'MODERATOR', 'system.view', true, 'held'],
    ['DEVELOPER', 'ADMIN', 'system.view', true, null],
    ['DEVELOPER', 'DEVELOPER', 'ticket.delete', false, null],
    ['DEVELOPER', 'DEVELOPER', 'rights.manage', false, 'essential'],
    ['DEVELOPER', 'ADMIN', 'rights.manage', false, null],
    ['DEVELOPER', 'USER', 'ticket.viewAll', true, 'rank'],
  ])('%s: %s %s %s → %s', (actor, role, permission, allowed, refusal) => {
    expect(changeRefusal(holder(actor), DEFAULT_MATRIX, change(role, permission, allowed))).toBe(
      refusal,
    );
  });

  test('a developer takes back what was taken from everybody', () => {
    const matrix = effectiveMatrix(ROLES.map((role) => change(role, 'ticket.delete', false)));
    const wish = change('DEVELOPER', 'ticket.delete', true);
    expect(changeRefusal(holder('DEVELOPER', matrix), matrix, wish)).toBeNull();
    expect(
      changeRefusal(holder('ADMIN', matrix), matrix, change('HELPER', 'ticket.delete', true)),
    ).toBe('held');
  });

  test('whatever is changed, a role may do at least what the one below may', () => {
    const wishes = fc.array(
      fc.record({
        role: fc.constantFrom(...ROLES),
        permission: fc.constantFrom(...PERMISSIONS),
        allowed: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), wishes, (actor, list) => {
        let overrides: PermissionOverride[] = [];
        for (const wish of list) {
          const matrix = effectiveMatrix(overrides);
          if (changeRefusal(holder(actor, matrix), matrix, wish) !== null) continue;
          const changed = affectedRoles(matrix, wish).map((role) => ({ ...wish, role }));
          overrides = [...overrides, ...changed];
        }
        const matrix = effectiveMatrix(overrides);
        expect(matrix.USER).toEqual([]);
        expect(matrix.DEVELOPER).toContain('rights.manage');
        for (const [index, role] of ROLES.entries()) {
          for (const permission of matrix[ROLES[index - 1] ?? 'USER']) {
            expect(matrix[role]).toContain(permission);
          }
        }
      }),
    );
  });

  test('another version’s matrix is read as far as it is known', () => {
    const read = readMatrix({ HELPER: ['ticket.reply', 'rocket.launch'] });
    expect(read.HELPER).toEqual(['ticket.reply']);
    expect(read.ADMIN).toEqual(DEFAULT_MATRIX.ADMIN);
  });
});
