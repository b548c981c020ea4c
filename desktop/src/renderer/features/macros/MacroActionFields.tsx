import { TagsInput } from '@mantine/core';
import type { MacroActions } from '@tikethet/shared/contracts';
import {
  LIMITS,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import { useCategories } from '../../app/queries/categories';
import { useTags } from '../../app/queries/deskSetup';
import { useTeam } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { Picker } from '../../ui/Picker';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { StatusIcon } from '../../ui/StatusIcon';
import classes from './MacroEditor.module.css';

interface Props {
  categoryIds: readonly string[];
  actions: MacroActions;
  onCategories: (ids: string[]) => void;
  onActions: (part: Partial<MacroActions>) => void;
}

/** Stands for "leave it as it is" among values. */
const KEEP = 'keep';

/** Where a macro is offered, and what it does when it is sent. */
export function MacroActionFields({ categoryIds, actions, onCategories, onActions }: Props) {
  const { t } = useTranslation();
  const { categories } = useCategories();
  const { data: tags } = useTags();
  const { data: team } = useTeam(true);
  const { status, priority, assign, addTags } = actions;
  const chosen = categories.filter(({ id }) => categoryIds.includes(id));
  const places =
    chosen.length === 0
      ? t('macros.everywhere')
      : chosen.map(({ icon, label }) => `${icon} ${label}`).join(', ');
  const statusText = status === null ? t('macros.keepStatus') : t(`status.${status}`);
  const priorityText = priority === null ? t('macros.keepPriority') : t(`priority.${priority}`);
  const holders = [
    { value: KEEP, label: t('macros.keepHolder') },
    { value: 'me', label: t('macros.assignMe') },
    { value: 'nobody', label: t('macros.release') },
    ...(team ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
  ];
  const holder = holders.find(({ value }) => value === (assign ?? KEEP));
  return (
    <div className={classes.fields}>
      <div className={classes.field}>
        <span className={classes.label}>{t('macros.categories')}</span>
        <Picker
          label={t('macros.categories')}
          valueText={places}
          selected={categoryIds}
          several
          options={categories.map(({ id, icon, label }) => ({
            value: id,
            label,
            icon: <span aria-hidden="true">{icon}</span>,
          }))}
          onPick={(id) =>
            onCategories(
              categoryIds.includes(id)
                ? categoryIds.filter((known) => known !== id)
                : [...categoryIds, id],
            )
          }
        >
          <span>{places}</span>
        </Picker>
      </div>
      <div className={classes.field}>
        <span className={classes.label}>{t('macros.actions')}</span>
        <div className={classes.pickers}>
          <Picker
            label={t('ticket.status')}
            valueText={statusText}
            selected={[status ?? KEEP]}
            testId="macro-status"
            options={[
              { value: KEEP, label: t('macros.keepStatus') },
              ...TICKET_STATUSES.map((value) => ({
                value,
                label: t(`status.${value}`),
                icon: <StatusIcon status={value} />,
              })),
            ]}
            onPick={(value) =>
              onActions({ status: value === KEEP ? null : (value as TicketStatus) })
            }
          >
            {status !== null && <StatusIcon status={status} />}
            <span>{statusText}</span>
          </Picker>
          <Picker
            label={t('ticket.priority')}
            valueText={priorityText}
            selected={[priority ?? KEEP]}
            testId="macro-priority"
            options={[
              { value: KEEP, label: t('macros.keepPriority') },
              ...TICKET_PRIORITIES.toReversed().map((value) => ({
                value,
                label: t(`priority.${value}`),
                icon: <PriorityIcon priority={value} />,
              })),
            ]}
            onPick={(value) =>
              onActions({ priority: value === KEEP ? null : (value as TicketPriority) })
            }
          >
            {priority !== null && <PriorityIcon priority={priority} />}
            <span>{priorityText}</span>
          </Picker>
          <Picker
            label={t('ticket.assignee')}
            valueText={holder?.label ?? t('macros.colleague')}
            selected={[assign ?? KEEP]}
            testId="macro-assign"
            options={holders}
            onPick={(value) => onActions({ assign: value === KEEP ? null : value })}
          >
            <span>{holder?.label ?? t('macros.colleague')}</span>
          </Picker>
        </div>
        <TagsInput
          aria-label={t('macros.addTags')}
          placeholder={addTags.length === 0 ? t('macros.addTags') : ''}
          data={(tags ?? []).map(({ name }) => name)}
          value={addTags}
          maxTags={LIMITS.tags}
          clearable={false}
          onChange={(next) =>
            onActions({ addTags: next.map((tag) => tag.trim().slice(0, LIMITS.tag)) })
          }
        />
      </div>
    </div>
  );
}
