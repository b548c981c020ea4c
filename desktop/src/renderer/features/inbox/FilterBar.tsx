import { IconX } from '@tabler/icons-react';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../../app/queries/categories';
import { Picker } from '../../ui/Picker';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { StatusIcon } from '../../ui/StatusIcon';
import classes from './FilterBar.module.css';
import { isNarrowed, type ChosenFilters } from './filters';
import { useAssigneeOptions } from './useAssigneeOptions';
import { decidedBy, type View } from './views';

interface Props {
  view: View;
  chosen: ChosenFilters;
  onChoose: (change: Partial<ChosenFilters>) => void;
}

function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
}

/** Narrows the list: each filter is a chip that says what it lets through. */
export const FilterBar = memo(function FilterBar({ view, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { categories } = useCategories();
  const assignees = useAssigneeOptions();
  const decided = chosen.search === '' ? decidedBy(view) : new Set<string>();
  const summary = (name: string, labels: readonly string[]) => {
    const [first, ...rest] = labels;
    if (first === undefined) return name;
    return rest.length === 0 ? first : t('filters.several', { name: first, count: rest.length });
  };
  const labelsOf = (options: readonly { value: string; label: string }[], values: string[]) =>
    options.filter(({ value }) => values.includes(value)).map(({ label }) => label);

  const statusOptions = TICKET_STATUSES.map((status) => ({
    value: status,
    label: t(`status.${status}`),
    icon: <StatusIcon status={status} />,
  }));
  const priorityOptions = TICKET_PRIORITIES.map((priority) => ({
    value: priority,
    label: t(`priority.${priority}`),
    icon: <PriorityIcon priority={priority} />,
  }));
  const categoryOptions = categories.map((category) => ({
    value: category.id,
    label: category.label,
    icon: <span aria-hidden="true">{category.icon}</span>,
  }));
  const assigneeLabel = assignees.find(({ value }) => value === chosen.assigneeId)?.label;

  return (
    <div className={classes.bar} role="group" aria-label={t('filters.label')}>
      {!decided.has('status') && (
        <Picker
          variant="filter"
          several
          label={t('filters.status')}
          valueText={labelsOf(statusOptions, chosen.status).join(', ') || t('filters.anyone')}
          options={statusOptions}
          selected={chosen.status}
          active={chosen.status.length > 0}
          onPick={(value) => onChoose({ status: toggled(chosen.status, value as TicketStatus) })}
          testId="filter-status"
        >
          <span>{summary(t('filters.status'), labelsOf(statusOptions, chosen.status))}</span>
        </Picker>
      )}
      <Picker
        variant="filter"
        several
        label={t('filters.priority')}
        valueText={labelsOf(priorityOptions, chosen.priority).join(', ') || t('filters.anyone')}
        options={priorityOptions}
        selected={chosen.priority}
        active={chosen.priority.length > 0}
        onPick={(value) =>
          onChoose({ priority: toggled(chosen.priority, value as TicketPriority) })
        }
        testId="filter-priority"
      >
        <span>{summary(t('filters.priority'), labelsOf(priorityOptions, chosen.priority))}</span>
      </Picker>
      {!decided.has('categoryId') && (
        <Picker
          variant="filter"
          several
          label={t('filters.category')}
          valueText={labelsOf(categoryOptions, chosen.categoryId).join(', ') || t('filters.anyone')}
          options={categoryOptions}
          selected={chosen.categoryId}
          active={chosen.categoryId.length > 0}
          onPick={(value) => onChoose({ categoryId: toggled(chosen.categoryId, value) })}
          testId="filter-category"
        >
          <span>
            {summary(t('filters.category'), labelsOf(categoryOptions, chosen.categoryId))}
          </span>
        </Picker>
      )}
      {!decided.has('assigneeId') && (
        <Picker
          variant="filter"
          label={t('filters.assignee')}
          valueText={assigneeLabel ?? t('filters.anyone')}
          options={assignees}
          selected={[chosen.assigneeId]}
          active={chosen.assigneeId !== ''}
          onPick={(value) => onChoose({ assigneeId: value === chosen.assigneeId ? '' : value })}
          {...(assignees.length > 8
            ? { search: { placeholder: t('ticket.assignSearch'), empty: t('ticket.assignNone') } }
            : {})}
          testId="filter-assignee"
        >
          <span>{assigneeLabel ?? t('filters.assignee')}</span>
        </Picker>
      )}
      {isNarrowed(chosen) && (
        <button
          type="button"
          className={classes.clear}
          data-testid="filter-clear"
          onClick={() => onChoose({ status: [], priority: [], categoryId: [], assigneeId: '' })}
        >
          <IconX size={12} aria-hidden="true" />
          {t('filters.clear')}
        </button>
      )}
    </div>
  );
});
