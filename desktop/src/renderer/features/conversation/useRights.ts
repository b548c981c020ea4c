import type { Ticket, User } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { rightsOn, type Rights } from './access';

/** The same object while the rights are the same, so that a conversation is not drawn anew. */
export function useRights(me: User, ticket: Ticket): Rights {
  const rights = rightsOn(me, ticket);
  const name = JSON.stringify(rights);
  return useMemo(() => JSON.parse(name) as Rights, [name]);
}
