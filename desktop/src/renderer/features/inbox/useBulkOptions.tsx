import type { PersonRef, Ticket } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { TICKET_PRIORITIES, TICKET_STATUSES, TRANSITIONS } from '@tikethet/shared/tickets';
import { useDesk } from '../../app/DeskProvider';
import { useCategories } from '../../app/queries/categories';
import { useTags } from '../../app/queries/deskSetup';
import { useColleagues } from '../../app/queries/team';
import { useTicketCounts } from '../../app/queries/tickets';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { colleagueOption } from '../../ui/ColleagueFace';
import type { PickerOption } from '../../ui/Picker';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { StatusIcon } from '../../ui/StatusIcon';

export const NOBODY = 'none';

/** What can be picked for these tickets together, as far as this person may do it to each. */
export function useBulkOptions(tickets: readonly Ticket[]) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const team = useColleagues(me.id);
  const { categories } = useCategories();
  const catalogue = useTags();
  const counts = useTicketCounts();

  const colleagues = can(me, 'ticket.assign') ? team : [];
  const people: PersonRef[] = [me, ...colleagues].map(({ id, displayName, username, role }) => ({
    id,
    displayName,
    username,
    role,
  }));
  const assignees: PickerOption[] = [
    {
      ...colleagueOption(me, t),
      label: t('filters.me'),
      hint: me.displayName,
    },
    ...colleagues.map((person) => colleagueOption(person, t)),
    { value: NOBODY, label: t('filters.nobody'), icon: <Avatar person={null} size={18} /> },
  ];
  const statuses: PickerOption[] = TICKET_STATUSES.filter((status) =>
    tickets.some((ticket) => TRANSITIONS[ticket.status].includes(status)),
  ).map((status) => ({
    value: status,
    label: t(`status.${status}`),
    icon: <StatusIcon status={status} />,
  }));
  const priorities: PickerOption[] = TICKET_PRIORITIES.map((priority) => ({
    value: priority,
    label: t(`priority.${priority}`),
    icon: <PriorityIcon priority={priority} />,
  }));
  const carried = [...new Set(tickets.flatMap((ticket) => ticket.tags))];
  const known = [
    ...(catalogue.data ?? []).map(({ name }) => name),
    ...Object.keys(counts.data?.byTag ?? {}),
  ];
  const tagOptions = (tags: readonly string[]): PickerOption[] =>
    tags.map((tag) => ({ value: tag, label: tag }));
  return {
    people,
    assignees,
    statuses,
    priorities,
    categories: categories
      .filter(({ isActive }) => isActive)
      .map(({ id, label, icon }): PickerOption => ({
        value: id,
        label,
        icon: <span aria-hidden="true">{icon}</span>,
      })),
    /** Tags that some of the tickets lack. */
    tags: tagOptions(
      [...new Set([...carried, ...known])].filter(
        (tag) => !tickets.every((ticket) => ticket.tags.includes(tag)),
      ),
    ),
    carried: tagOptions(carried),
  };
}
