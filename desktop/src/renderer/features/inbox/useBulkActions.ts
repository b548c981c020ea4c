import type { Ticket } from '@tikethet/shared/contracts';
import type { TicketPriority, TicketStatus } from '@tikethet/shared/tickets';
import { useTranslation } from '../../app/texts';
import { usualMoments } from '../../ui/moments';
import type { PickerOption } from '../../ui/Picker';
import { fullTime } from '../../ui/time';
import type { BulkChange } from './changes';
import { NOBODY, useBulkOptions } from './useBulkOptions';

const WAKE = 'wake';
const OTHER = 'other';

/** What tickets get by picking a value from a list. */
export interface BulkAction {
  name: 'assign' | 'status' | 'priority' | 'addTag' | 'removeTag' | 'snooze' | 'category';
  testId: string;
  options: readonly PickerOption[];
  onPick: (value: string) => void;
  search?: { placeholder: string; empty: string };
  /** Of what was typed and is no option: how it is offered. */
  create?: (text: string) => string;
}

interface Inputs {
  tickets: readonly Ticket[];
  /** `what`: the deed in words. */
  apply: (change: BulkChange, what: string) => void;
  /** Any other moment is asked for. */
  onOtherMoment: () => void;
}

/** The lists of the bulk bar in their order, and those of its deeds that are also done without them. */
export function useBulkActions({ tickets, apply, onOtherMoment }: Inputs) {
  const { t, i18n } = useTranslation();
  const options = useBulkOptions(tickets);
  const moments = usualMoments(new Date());
  const asleep = tickets.some(({ snoozedUntil }) => snoozedUntil !== null);
  const timeOf = (at: Date) => fullTime(at.toISOString(), i18n.language);

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
      until === null ? t('bulk.did.wake') : t('bulk.did.snooze', { time: timeOf(until) }),
    );

  const actions: BulkAction[] = [
    {
      name: 'assign',
      testId: 'bulk-assign',
      options: options.assignees,
      onPick: assign,
      ...(options.assignees.length > 8 && {
        search: { placeholder: t('filters.find'), empty: t('filters.none') },
      }),
    },
    {
      name: 'status',
      testId: 'bulk-status',
      options: options.statuses,
      onPick: (value) => setStatus(value as TicketStatus),
    },
    {
      name: 'priority',
      testId: 'bulk-priority',
      options: options.priorities,
      onPick(value) {
        const priority = value as TicketPriority;
        const what = t('bulk.did.priority', { value: t(`priority.${priority}`) });
        apply({ kind: 'priority', priority }, what);
      },
    },
    {
      name: 'addTag',
      testId: 'bulk-add-tag',
      options: options.tags,
      onPick: (tag) => apply({ kind: 'addTag', tag }, t('bulk.did.addTag', { tag })),
      search: { placeholder: t('bulk.findTag'), empty: t('filters.none') },
      create: (tag) => t('bulk.newTag', { tag }),
    },
    {
      name: 'removeTag',
      testId: 'bulk-remove-tag',
      options: options.carried,
      onPick: (tag) => apply({ kind: 'removeTag', tag }, t('bulk.did.removeTag', { tag })),
    },
    {
      name: 'snooze',
      testId: 'bulk-snooze',
      options: [
        ...moments.map(({ name, at }) => ({
          value: name,
          label: t(`moment.${name}`),
          hint: timeOf(at),
        })),
        { value: OTHER, label: t('moment.other') },
        ...(asleep ? [{ value: WAKE, label: t('bulk.wake') }] : []),
      ],
      onPick(value) {
        if (value === OTHER) onOtherMoment();
        else snooze(moments.find(({ name }) => name === value)?.at ?? null);
      },
    },
    {
      name: 'category',
      testId: 'bulk-category',
      options: options.categories,
      onPick(categoryId) {
        const value = options.categories.find((one) => one.value === categoryId)?.label ?? '';
        apply({ kind: 'category', categoryId }, t('bulk.did.category', { value }));
      },
    },
  ];
  return {
    // No list for taking tags away where there are none.
    actions: actions.filter(({ name, options: some }) => name !== 'removeTag' || some.length > 0),
    assign,
    setStatus,
    snooze,
  };
}
