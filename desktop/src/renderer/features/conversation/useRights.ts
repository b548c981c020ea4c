import type { Ticket } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import type { Self } from '../../app/rights';
import { rightsOn, type Rights } from './access';

/** The same object while the rights are the same, so that a conversation is not drawn anew. */
export function useRights(me: Self, ticket: Ticket): Rights {
  const rights = rightsOn(me, ticket);
  const name = JSON.stringify(rights);
  return useMemo(() => JSON.parse(name) as Rights, [name]);
}
