import { IconX } from '@tabler/icons-react';
import type { TicketFilters } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import type { TicketPriority, TicketStatus } from '@tikethet/shared/tickets';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { matches } from '../../app/live/matching';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { IconButton } from '../../ui/IconButton';
import { MomentDialog } from '../../ui/MomentDialog';
import { usualMoments } from '../../ui/moments';
import { Picker, type PickerHandle } from '../../ui/Picker';
import { fullTime } from '../../ui/time';
import classes from './BulkBar.module.css';
import type { BulkChange } from './changes';
import { MergeSelected } from './MergeSelected';
import { useBulk } from './useBulk';
import { NOBODY, useBulkOptions } from './useBulkOptions';
import { MOST_SELECTED, type Selection } from './useSelection';

const WAKE = 'wake';
const OTHER = 'other';

interface Props {
  selection: Selection;
  filters: TicketFilters;
  /** Whether more tickets fit the list than are selected. */
  more: boolean;
  gathering: boolean;
  onAll: () => void;
}

/** What can be done to all selected tickets at once; every change is kept as one of each ticket. */
export function BulkBar({ selection, filters, more, gathering, onAll }: Props) {
  const { t, i18n } = useTranslation();
  const { me } = useDesk();
  const { run } = useBulk();
  const tickets = [...selection.selected.values()];
  const options = useBulkOptions(tickets);
  const [asking, setAsking] = useState<'merge' | 'moment' | null>(null);
  const assignPicker = useRef<PickerHandle>(null);
  const statusPicker = useRef<PickerHandle>(null);
  const priorityPicker = useRef<PickerHandle>(null);
  const categoryPicker = useRef<PickerHandle>(null);
  const addTagPicker = useRef<PickerHandle>(null);
  const snoozePicker = useRef<PickerHandle>(null);

  const apply = (change: BulkChange, what: string): void => {
    const after = run(tickets, change, what);
    // What has left the list is no longer looked at, and not changed blindly with the next key.
    const staying = new Map(after.map((ticket) => [ticket.id, ticket]));
    selection.clear();
    selection.add(
      [...staying.values()].filter((ticket) => matches(ticket, filters, me.id) !== 'no'),
    );
  };
  const assign = (value: string): void => {
    const person = options.people.find(({ id }) => id === value) ?? null;
    const what = person
      ? t('bulk.did.assign', { name: person.displayName })
      : t('bulk.did.release');
    apply({ kind: 'assign', assignee: value === NOBODY ? null : person }, what);
  };
  const setStatus = (status: TicketStatus): void =>
    apply({ kind: 'status', status }, t('bulk.did.status', { value: t(`status.${status}`) }));
  const snooze = (until: Date | null): void =>
    apply(
      { kind: 'snooze', until: until?.toISOString() ?? null },
      until === null
        ? t('bulk.did.wake')
        : t('bulk.did.snooze', { time: fullTime(until.toISOString(), i18n.language) }),
    );

  const oneCustomer = new Set(tickets.map(({ customerId }) => customerId)).size === 1;
  const mergeable = can(me, 'ticket.merge') && tickets.length > 1;
  useShortcuts(
    {
      back: selection.clear,
      selectAll: more ? onAll : undefined,
      assign: () => assignPicker.current?.open(),
      take: () => assign(me.id),
      status: () => statusPicker.current?.open(),
      priority: () => priorityPicker.current?.open(),
      category: () => categoryPicker.current?.open(),
      tags: () => addTagPicker.current?.open(),
      snooze: () => snoozePicker.current?.open(),
      resolve: () => setStatus('RESOLVED'),
      merge: mergeable && oneCustomer ? () => setAsking('merge') : undefined,
    },
    { over: true },
  );

  const now = new Date();
  const moments = usualMoments(now);
  const asleep = tickets.some(({ snoozedUntil }) => snoozedUntil !== null);

  return (
    <div className={classes.bar} role="toolbar" aria-label={t('bulk.label')} data-testid="bulk-bar">
      <div className={classes.head}>
        <span className={classes.count} aria-live="polite" data-testid="bulk-count">
          {t('bulk.selected', { count: tickets.length })}
        </span>
        {more && (
          <button
            type="button"
            className={classes.all}
            disabled={gathering}
            onClick={onAll}
            data-testid="bulk-all"
          >
            {gathering ? t('bulk.gathering') : t('bulk.all')}
          </button>
        )}
        {tickets.length >= MOST_SELECTED && (
          <span className={classes.note}>({t('bulk.most', { count: MOST_SELECTED })})</span>
        )}
        <IconButton
          label={t('bulk.clear')}
          shortcut="Esc"
          onClick={selection.clear}
          className={classes.close}
        >
          <IconX size={14} stroke={1.8} />
        </IconButton>
      </div>
      <div className={classes.actions}>
        <Picker
          label={t('bulk.assign')}
          valueText=""
          options={options.assignees}
          selected={[]}
          onPick={assign}
          handle={assignPicker}
          testId="bulk-assign"
          {...(options.assignees.length > 8 && {
            search: { placeholder: t('filters.find'), empty: t('filters.none') },
          })}
        >
          {t('bulk.assign')}
        </Picker>
        <Picker
          label={t('bulk.status')}
          valueText=""
          options={options.statuses}
          selected={[]}
          onPick={(value) => setStatus(value as TicketStatus)}
          handle={statusPicker}
          testId="bulk-status"
        >
          {t('bulk.status')}
        </Picker>
        <Picker
          label={t('bulk.priority')}
          valueText=""
          options={options.priorities}
          selected={[]}
          onPick={(value) => {
            const priority = value as TicketPriority;
            const what = t('bulk.did.priority', { value: t(`priority.${priority}`) });
            apply({ kind: 'priority', priority }, what);
          }}
          handle={priorityPicker}
          testId="bulk-priority"
        >
          {t('bulk.priority')}
        </Picker>
        <Picker
          label={t('bulk.addTag')}
          valueText=""
          options={options.tags}
          selected={[]}
          onPick={(tag) => apply({ kind: 'addTag', tag }, t('bulk.did.addTag', { tag }))}
          handle={addTagPicker}
          testId="bulk-add-tag"
          search={{ placeholder: t('bulk.findTag'), empty: t('filters.none') }}
          create={(tag) => t('bulk.newTag', { tag })}
        >
          {t('bulk.addTag')}
        </Picker>
        {options.carried.length > 0 && (
          <Picker
            label={t('bulk.removeTag')}
            valueText=""
            options={options.carried}
            selected={[]}
            onPick={(tag) => apply({ kind: 'removeTag', tag }, t('bulk.did.removeTag', { tag }))}
            testId="bulk-remove-tag"
          >
            {t('bulk.removeTag')}
          </Picker>
        )}
        <Picker
          label={t('bulk.snooze')}
          valueText=""
          options={[
            ...moments.map(({ name, at }) => ({
              value: name,
              label: t(`moment.${name}`),
              hint: fullTime(at.toISOString(), i18n.language),
            })),
            { value: OTHER, label: t('moment.other') },
            ...(asleep ? [{ value: WAKE, label: t('bulk.wake') }] : []),
          ]}
          selected={[]}
          onPick={(value) => {
            if (value === OTHER) setAsking('moment');
            else snooze(moments.find(({ name }) => name === value)?.at ?? null);
          }}
          handle={snoozePicker}
          testId="bulk-snooze"
        >
          {t('bulk.snooze')}
        </Picker>
        <Picker
          label={t('bulk.category')}
          valueText=""
          options={options.categories}
          selected={[]}
          onPick={(categoryId) => {
            const value = options.categories.find((one) => one.value === categoryId)?.label ?? '';
            apply({ kind: 'category', categoryId }, t('bulk.did.category', { value }));
          }}
          handle={categoryPicker}
          testId="bulk-category"
        >
          {t('bulk.category')}
        </Picker>
        {mergeable && (
          <button
            type="button"
            className={classes.action}
            aria-disabled={!oneCustomer}
            title={oneCustomer ? undefined : t('bulk.mergeOthers')}
            onClick={() => oneCustomer && setAsking('merge')}
            data-testid="bulk-merge"
          >
            {t('bulk.merge')}
          </button>
        )}
      </div>
      {asking === 'merge' && (
        <MergeSelected
          tickets={tickets}
          onClose={() => setAsking(null)}
          onMerged={selection.clear}
        />
      )}
      {asking === 'moment' && (
        <MomentDialog
          title={t('snooze.title')}
          action={t('bulk.snooze')}
          onClose={() => setAsking(null)}
          onPick={(at) => {
            setAsking(null);
            snooze(at);
          }}
        />
      )}
    </div>
  );
}
