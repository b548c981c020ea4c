import type { Ctx } from '../context';
import type { User } from '../people/user';
import { deliverTo, LANES } from './queueDelivery';

/** Has the command menu of a person's chat set anew: their role or language is another one. */
export async function refreshMenu(ctx: Ctx, user: User): Promise<void> {
  await deliverTo(ctx, user, { kind: 'MENU', lane: LANES.notice, payload: {} });
}
