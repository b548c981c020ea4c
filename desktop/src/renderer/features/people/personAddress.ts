import type { PersonRef } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';

/**
 * Where somebody is shown: their own page for those who may open it, else the tickets that they
 * work on, or have asked for.
 */
export function personAddress(
  { id, role }: Pick<PersonRef, 'id' | 'role'>,
  mayOpenPeople: boolean,
): string {
  if (mayOpenPeople) return `/admin/people/${id}`;
  return `/inbox/active?${isStaff(role) ? 'assignee' : 'customer'}=${id}`;
}
