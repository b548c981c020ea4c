import { IconTemplate } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Macro, PersonFace, Ticket } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { useMemo } from 'react';
import { useMatch } from 'react-router';
import { useGo } from '../../app/places';
import { unwrap, useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useCustomersNamed } from '../../app/queries/customers';
import { useMacros } from '../../app/queries/macros';
import { useTeam } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { StatusIcon } from '../../ui/StatusIcon';
import { requestMacro } from '../macros/requests';
import type { PaletteItem } from './item';
import { personAddress } from '../people/personAddress';
import { bestOf, matchRank } from './match';

const TICKETS = 6;
const PEOPLE = 5;
/** Milliseconds: the same words are not asked for again for so long. */
const FRESH = 10_000;

/** What the store and the desk know about a question: tickets, people; and one's macros. */
export function useFound(question: string): { items: PaletteItem[]; macros: PaletteItem[] } {
  const { t } = useTranslation();
  const bridge = useBridge();
  const go = useGo();
  const { me } = useDesk();
  const ticketId = useMatch('/inbox/:view/:ticketId')?.params.ticketId;
  const { data: ownMacros } = useMacros();
  const tickets = useQuery({
    queryKey: ['palette', 'tickets', question],
    // Without words: what was touched last.
    queryFn: () =>
      unwrap(
        bridge.read('GET /tickets', {
          limit: TICKETS,
          ...(question === '' ? {} : { search: question }),
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: FRESH,
  });
  const customers = useCustomersNamed(question, PEOPLE);
  const { data: team } = useTeam();

  const found = useMemo(() => {
    const ticketItem = (ticket: Ticket): PaletteItem => ({
      id: `ticket-${ticket.id}`,
      group: 'tickets',
      label: `#${ticket.number} ${ticket.title}`,
      hint: ticket.customer.displayName,
      icon: <StatusIcon status={ticket.status} />,
      run: () => go(`/inbox/active/${ticket.id}`),
    });
    const personItem = (person: PersonFace): PaletteItem => ({
      id: `person-${person.id}`,
      group: 'people',
      label: person.displayName,
      hint: t(`role.${person.role}`),
      icon: <Avatar person={person} size={18} />,
      run: () => go(personAddress(person, can(me, 'people.list'))),
    });
    const nameOf = ({ displayName, username }: PersonFace) => `${displayName} ${username ?? ''}`;
    const people =
      question === ''
        ? []
        : [
            ...bestOf(team ?? [], nameOf, question, PEOPLE),
            ...(customers.isPlaceholderData ? [] : (customers.data ?? [])),
          ];
    // Those of the words before stay only as far as they answer these: Enter must not take another.
    const answers = (item: PaletteItem) =>
      !tickets.isPlaceholderData ||
      matchRank(`${item.label} ${item.hint ?? ''}`, question) !== null;
    return [
      ...(tickets.data?.items ?? []).map(ticketItem).filter(answers),
      ...people.map(personItem),
    ];
  }, [
    customers.data,
    customers.isPlaceholderData,
    me,
    go,
    question,
    t,
    team,
    tickets.data,
    tickets.isPlaceholderData,
  ]);

  const macros = useMemo(() => {
    if (ticketId === undefined) return [];
    return (ownMacros ?? []).map((macro: Macro): PaletteItem => ({
      id: `macro-${macro.id}`,
      group: 'macros',
      label: macro.name,
      icon: <IconTemplate size={16} stroke={1.6} />,
      run: () => requestMacro(ticketId, macro.id),
    }));
  }, [ownMacros, ticketId]);

  return { items: found, macros };
}
