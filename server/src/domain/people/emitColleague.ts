import type { Colleague } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { emit, type Ctx } from '../context';
import { avatarUrlOf, type User } from './user';

/** A member of staff as their colleagues know them. */
export function presentColleague(user: User): Colleague {
  return {
    id: user.id,
    displayName: user.shownName,
    username: user.username,
    role: user.role,
    availability: user.availability,
    avatarUrl: avatarUrlOf(user),
  };
}

/** Tells the team what a colleague is now, or that they are one no more. */
export async function emitColleague(ctx: Ctx, user: User): Promise<void> {
  const isHere = user.isActive && isStaff(user.role);
  await emit(ctx, {
    type: 'colleague.changed',
    ticketId: null,
    audience: { staff: ['team'], customer: [], hidden: [] },
    data: { ...presentColleague(user), isHere },
    customerData: null,
  });
}
