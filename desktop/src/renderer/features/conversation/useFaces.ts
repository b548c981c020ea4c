import type { Ticket } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { useCustomer } from '../../app/queries/people';
import { useTeam } from '../../app/queries/team';

/** The pictures of those who talk in a ticket, by their ids; null: none is known. */
export function useFaces(ticket: Ticket): (id: string | null) => string | null {
  const customer = useCustomer(ticket.customer).data;
  const team = useTeam().data;
  return useMemo(() => {
    const people = [...(team ?? []), ...(customer === undefined ? [] : [customer])];
    const faces = new Map(people.map(({ id, avatarUrl }) => [id, avatarUrl]));
    return (id) => (id === null ? null : (faces.get(id) ?? null));
  }, [customer, team]);
}
