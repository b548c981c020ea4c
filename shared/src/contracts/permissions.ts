import { z } from 'zod';
import { PERMISSIONS, ROLES } from '../permissions';
import { none, role } from './common';
import { operation } from './operation';

/** What each role may do on this desk. A newer desk may name permissions that a client ignores. */
export const permissionMatrix = z
  .object({ roles: z.partialRecord(role, z.array(z.string())) })
  .meta({ id: 'PermissionMatrix' });

export const getPermissions = operation({
  id: 'permissions.get',
  method: 'GET',
  path: '/permissions',
  summary: 'What each role may do on this desk; for staff',
  access: 'person',
  input: none,
  output: permissionMatrix,
  status: 200,
  errors: ['forbidden'],
});

export const setPermission = operation({
  id: 'permissions.set',
  method: 'PUT',
  path: '/permissions/{role}',
  summary:
    'Let a role do something or no longer; a role may do at least what the one below may, so ' +
    'roles above gain with it and roles below lose with it',
  access: 'rights.manage',
  input: z.strictObject({
    role: z.enum(ROLES).exclude(['USER']),
    permission: z.enum(PERMISSIONS),
    allowed: z.boolean(),
  }),
  output: permissionMatrix,
  status: 200,
  errors: ['forbidden'],
});

export const viewAs = operation({
  id: 'permissions.viewAs',
  method: 'GET',
  path: '/view-as/{role}',
  summary: 'The answer of a GET operation as the caller would get it with a role below their own',
  access: 'rights.manage',
  input: z.strictObject({
    role: z.enum(ROLES).exclude(['USER', 'DEVELOPER']),
    route: z.string().min(1).max(100).describe('`GET /tickets/{id}` and so on'),
    input: z.string().max(8_000).describe('its input as a JSON object'),
  }),
  output: z.object({ answer: z.unknown() }),
  status: 200,
  errors: ['forbidden', 'not_found'],
});
