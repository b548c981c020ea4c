import { expect, test } from 'vitest';
import { can, mayGrant, outranks, PERMISSIONS, ROLES, ticketAccess, type Role } from '.';

const ticket = {
  customerId: 'customer',
  assigneeId: null as string | null,
  categoryId: 'a',
  participantIds: [] as string[],
};
const viewer = (role: Role, id = 'me', categoryIds: string[] = []) => ({ id, role, categoryIds });

test('each role may do at least what the one below may', () => {
  for (const [index, role] of ROLES.entries()) {
    const below = ROLES[index - 1];
    if (below === undefined) continue;
    for (const permission of PERMISSIONS) {
      if (can(below, permission)) expect(can(role, permission), permission).toBe(true);
    }
  }
});

test('nobody changes a peer or a superior; developers may, among themselves', () => {
  expect(outranks('ADMIN', 'ADMIN')).toBe(false);
  expect(outranks('ADMIN', 'MODERATOR')).toBe(true);
  expect(outranks('DEVELOPER', 'DEVELOPER')).toBe(true);
  expect(mayGrant('ADMIN', 'ADMIN')).toBe(false);
  expect(mayGrant('ADMIN', 'MODERATOR')).toBe(true);
  expect(mayGrant('MODERATOR', 'HELPER')).toBe(false);
  expect(mayGrant('DEVELOPER', 'DEVELOPER')).toBe(true);
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
