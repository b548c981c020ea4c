import {
  CREATED_WITHIN,
  TICKET_CHANNELS,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
} from '@tikethet/shared/tickets';
import type { TFunction } from 'i18next';
import type { ShownCategory } from '../../app/queries/categories';
import type { PickerOption } from '../../ui/Picker';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { StatusIcon } from '../../ui/StatusIcon';
import { rangeOf } from './createdRange';
import type { CustomerChoice } from './useCustomerChoice';
import { DUES, RATINGS, type ChosenFilters } from './filters';

/** What is either asked for or not. */
const FLAGS = ['unread', 'mentioned', 'pinned'] as const;

/** The option that asks for two days. */
export const RANGE = 'range';

/** A filter as a chip: what may be picked, what is, and what picking means. */
export interface FilterKind {
  name: string;
  label: string;
  options: PickerOption[];
  selected: string[];
  several: boolean;
  /** So many options that one looks for them. */
  searched: boolean;
  /** Told what one looks for, where the options come from elsewhere. */
  onText?: (text: string) => void;
  /** @returns null: a dialog has to ask for more */
  pick: (value: string) => Partial<ChosenFilters> | null;
  clear: Partial<ChosenFilters>;
}

export interface KindSources {
  t: TFunction;
  language: string;
  chosen: ChosenFilters;
  categories: readonly ShownCategory[];
  assignees: PickerOption[];
  tags: readonly string[];
  customers: CustomerChoice;
}

function toggled<T extends string>(list: readonly T[], value: string): T[] {
  // The value is one of the options, which were made of the same type.
  const one = value as T;
  return list.includes(one) ? list.filter((item) => item !== one) : [...list, one];
}

type ListKey = 'status' | 'priority' | 'categoryId' | 'tags' | 'channel' | 'rating';
type OneKey = 'assigneeId' | 'customerId' | 'due' | 'snoozed';

function rangeLabel(created: string, language: string): string | null {
  const range = rangeOf(created);
  if (range === null) return null;
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
  return day.formatRange(
    new Date(range.createdFrom),
    new Date(new Date(range.createdTo).getTime() - 1),
  );
}

/** Every filter there is, in the order of the menu. */
export function filterKinds(sources: KindSources): FilterKind[] {
  const { t, chosen, categories, assignees, tags, customers } = sources;
  const list = (
    name: string,
    key: ListKey,
    label: string,
    options: PickerOption[],
  ): FilterKind => ({
    name,
    label,
    options,
    selected: chosen[key],
    several: true,
    searched: options.length > 8,
    pick: (value) => ({ [key]: toggled(chosen[key], value) }),
    clear: { [key]: [] },
  });
  const one = (name: string, key: OneKey, label: string, options: PickerOption[]): FilterKind => ({
    name,
    label,
    options,
    selected: chosen[key] === '' ? [] : [chosen[key]],
    several: false,
    searched: options.length > 8,
    pick: (value) => ({ [key]: value === chosen[key] ? '' : value }),
    clear: { [key]: '' },
  });
  const days = rangeLabel(chosen.created, sources.language);
  const flags = FLAGS.filter((flag) => chosen[flag]);
  return [
    list(
      'status',
      'status',
      t('filters.status'),
      TICKET_STATUSES.map((status) => ({
        value: status,
        label: t(`status.${status}`),
        icon: <StatusIcon status={status} />,
      })),
    ),
    list(
      'priority',
      'priority',
      t('filters.priority'),
      TICKET_PRIORITIES.map((priority) => ({
        value: priority,
        label: t(`priority.${priority}`),
        icon: <PriorityIcon priority={priority} />,
      })),
    ),
    one('assignee', 'assigneeId', t('filters.assignee'), assignees),
    list(
      'category',
      'categoryId',
      t('filters.category'),
      categories.map(({ id, label, icon }) => ({
        value: id,
        label,
        icon: <span aria-hidden="true">{icon}</span>,
      })),
    ),
    list(
      'tags',
      'tags',
      t('filters.tags'),
      [...new Set([...chosen.tags, ...tags])].map((tag) => ({ value: tag, label: tag })),
    ),
    {
      name: 'show',
      label: t('filters.show'),
      options: FLAGS.map((flag) => ({ value: flag, label: t(`filters.${flag}`) })),
      selected: flags,
      several: true,
      searched: false,
      pick: (value) => {
        const flag = FLAGS.find((one) => one === value);
        return flag === undefined ? {} : { [flag]: !chosen[flag] };
      },
      clear: Object.fromEntries(FLAGS.map((flag) => [flag, false])),
    },
    one(
      'due',
      'due',
      t('filters.due'),
      DUES.map((due) => ({
        value: due,
        label: t(due === 'any' ? 'filters.promised' : `filters.${due}`),
      })),
    ),
    {
      name: 'created',
      label: t('filters.created'),
      options: [
        ...CREATED_WITHIN.map((within) => ({
          value: within,
          label: t(`filters.within.${within}`),
        })),
        { value: RANGE, label: days ?? t('filters.range') },
      ],
      selected: chosen.created === '' ? [] : [days === null ? chosen.created : RANGE],
      several: false,
      searched: false,
      pick: (value) =>
        value === RANGE ? null : { created: value === chosen.created ? '' : value },
      clear: { created: '' },
    },
    {
      ...one('customer', 'customerId', t('filters.customer'), customers.options),
      searched: true,
      onText: customers.onText,
    },
    list(
      'channel',
      'channel',
      t('filters.channel'),
      TICKET_CHANNELS.map((channel) => ({
        value: channel,
        label: t(`filters.channels.${channel}`),
      })),
    ),
    one('snoozed', 'snoozed', t('filters.snoozed'), [
      { value: 'yes', label: t('filters.asleep') },
      { value: 'no', label: t('filters.awake') },
    ]),
    list(
      'rating',
      'rating',
      t('filters.rating'),
      RATINGS.map((rating) => ({
        value: rating,
        label: t('filters.stars', { count: Number(rating) }),
      })),
    ),
  ];
}

/** Filters that the view has decided, by their kinds. */
export const DECIDED: Readonly<Record<string, string>> = {
  assigneeId: 'assignee',
  status: 'status',
  categoryId: 'category',
  tags: 'tags',
  due: 'due',
  snoozed: 'snoozed',
  mentioned: 'mentioned',
};
