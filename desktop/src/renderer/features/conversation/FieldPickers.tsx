import type { Ticket } from '@tikethet/shared/contracts';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TRANSITIONS,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import type { Ref } from 'react';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import { Picker, type PickerHandle } from '../../ui/Picker';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { StatusIcon } from '../../ui/StatusIcon';
import type { Rights } from './access';

interface Props<T> {
  ticket: Ticket;
  rights: Rights;
  onPick: (value: T) => void;
  handle: Ref<PickerHandle>;
}

function useReason(rights: Rights): string | null {
  const { t } = useTranslation();
  return rights.update ? null : t('errors.forbidden');
}

/** Only the moves that the desk's rules allow from here. */
export function StatusPicker({ ticket, rights, onPick, handle }: Props<TicketStatus>) {
  const { t } = useTranslation();
  const allowed = TRANSITIONS[ticket.status];
  return (
    <Picker
      label={t('ticket.status')}
      valueText={t(`status.${ticket.status}`)}
      selected={[ticket.status]}
      disabledReason={useReason(rights)}
      handle={handle}
      testId="status-select"
      options={TICKET_STATUSES.filter(
        (status) => status === ticket.status || allowed.includes(status),
      ).map((status) => ({
        value: status,
        label: t(`status.${status}`),
        icon: <StatusIcon status={status} />,
      }))}
      onPick={(value) => value !== ticket.status && onPick(value as TicketStatus)}
    >
      <StatusIcon status={ticket.status} />
      <span>{t(`status.${ticket.status}`)}</span>
    </Picker>
  );
}

export function PriorityPicker({ ticket, rights, onPick, handle }: Props<TicketPriority>) {
  const { t } = useTranslation();
  return (
    <Picker
      label={t('ticket.priority')}
      valueText={t(`priority.${ticket.priority}`)}
      selected={[ticket.priority]}
      disabledReason={useReason(rights)}
      handle={handle}
      testId="priority-select"
      compact
      options={TICKET_PRIORITIES.toReversed().map((priority) => ({
        value: priority,
        label: t(`priority.${priority}`),
        icon: <PriorityIcon priority={priority} />,
      }))}
      onPick={(value) => value !== ticket.priority && onPick(value as TicketPriority)}
    >
      <PriorityIcon priority={ticket.priority} />
      <span>{t(`priority.${ticket.priority}`)}</span>
    </Picker>
  );
}

export function CategoryPicker({ ticket, rights, onPick, handle }: Props<string>) {
  const { t } = useTranslation();
  const { categories } = useCategories();
  const current = categories.find(({ id }) => id === ticket.categoryId);
  return (
    <Picker
      label={t('ticket.category')}
      valueText={current?.label ?? ''}
      selected={[ticket.categoryId]}
      disabledReason={useReason(rights)}
      handle={handle}
      testId="category-select"
      compact
      options={categories
        .filter(({ id, isActive }) => isActive || id === ticket.categoryId)
        .map((category) => ({
          value: category.id,
          label: category.label,
          icon: <span aria-hidden="true">{category.icon}</span>,
        }))}
      onPick={(value) => value !== ticket.categoryId && onPick(value)}
    >
      <span aria-hidden="true">{current?.icon}</span>
      <span>{current?.label}</span>
    </Picker>
  );
}
