import { listUsers } from '../../domain/people/listUsers';
import { listUserTickets } from '../../domain/people/listUserTickets';
import { seeUser } from '../../domain/people/seeUser';
import { setUserCategories } from '../../domain/people/setUserCategories';
import { setUserRole } from '../../domain/people/setUserRole';
import { setUserStatus } from '../../domain/people/setUserStatus';
import { showUser } from '../../domain/people/showUser';
import type { Handlers } from '../handler';

export const userHandlers = {
  'users.list': listUsers,
  'users.get': seeUser,
  'users.setRole': async (ctx, input) => showUser(ctx, await setUserRole(ctx, input)),
  'users.setCategories': async (ctx, input) => showUser(ctx, await setUserCategories(ctx, input)),
  'users.setStatus': async (ctx, input) => showUser(ctx, await setUserStatus(ctx, input)),
  'users.tickets': listUserTickets,
} satisfies Handlers<
  | 'users.list'
  | 'users.get'
  | 'users.setRole'
  | 'users.setCategories'
  | 'users.setStatus'
  | 'users.tickets'
>;
