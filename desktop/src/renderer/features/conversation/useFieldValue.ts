import type { PersonRef } from '@tikethet/shared/contracts';
import type { TicketPriority, TicketStatus } from '@tikethet/shared/tickets';
import { useDesk } from '../../app/DeskProvider';
import { useCategories } from '../../app/queries/categories';
import { useTeam } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { fullTime } from '../../ui/time';

/** What a person reads for the value of a ticket's field. @param known people beside the team */
export function useFieldValue(
  known: readonly PersonRef[] = [],
): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation();
  const { me } = useDesk();
  const { categories } = useCategories();
  const team = useTeam();
  return (field, value) => {
    const empty = t('conflict.empty');
    if (Array.isArray(value)) return value.join(', ') || empty;
    if (typeof value !== 'string') return field === 'assigneeId' ? t('filters.nobody') : empty;
    if (field === 'snoozedUntil') return fullTime(value, i18n.language);
    if (field === 'status') return t(`status.${value as TicketStatus}`);
    if (field === 'priority') return t(`priority.${value as TicketPriority}`);
    if (field === 'categoryId') return categories.find(({ id }) => id === value)?.label ?? empty;
    if (field === 'title') return value;
    const people = [me, ...(team.data ?? []), ...known];
    return people.find(({ id }) => id === value)?.displayName ?? empty;
  };
}
