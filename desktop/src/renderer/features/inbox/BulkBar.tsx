import { IconX } from '@tabler/icons-react';
import type { TicketFilters } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { useRef, useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { matches } from '../../app/live/matching';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { OtherMoment } from '../../ui/OtherMoment';
import { Picker, type PickerHandle } from '../../ui/Picker';
import classes from './BulkBar.module.css';
import type { BulkChange } from './changes';
import { MergeSelected } from './MergeSelected';
import { useBulk } from './useBulk';
import { useBulkActions, type BulkAction } from './useBulkActions';
import { MOST_SELECTED, type Selection } from './useSelection';

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
  const { t } = useTranslation();
  const { me } = useDesk();
  const { run } = useBulk();
  const tickets = [...selection.selected.values()];
  const [asking, setAsking] = useState<'merge' | 'moment' | null>(null);
  const pickers = useRef<Partial<Record<BulkAction['name'], PickerHandle | null>>>({});
  const open = (name: BulkAction['name']) => () => pickers.current[name]?.open();

  const apply = (change: BulkChange, what: string): void => {
    const after = run(tickets, change, what);
    // What has left the list is no longer looked at, and not changed blindly with the next key.
    const staying = new Map(after.map((ticket) => [ticket.id, ticket]));
    selection.clear();
    selection.add(
      [...staying.values()].filter((ticket) => matches(ticket, filters, me.id) !== 'no'),
    );
  };
  const { actions, assign, setStatus, snooze } = useBulkActions({
    tickets,
    apply,
    onOtherMoment: () => setAsking('moment'),
  });

  const oneCustomer = new Set(tickets.map(({ customerId }) => customerId)).size === 1;
  const mergeable = can(me, 'ticket.merge') && tickets.length > 1;
  useShortcuts(
    {
      back: selection.clear,
      selectAll: more ? onAll : undefined,
      assign: open('assign'),
      take: () => assign(me.id),
      status: open('status'),
      priority: open('priority'),
      category: open('category'),
      tags: open('addTag'),
      snooze: open('snooze'),
      resolve: () => setStatus('RESOLVED'),
      merge: mergeable && oneCustomer ? () => setAsking('merge') : undefined,
    },
    { over: true },
  );

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
        {actions.map(({ name, ...action }) => (
          <Picker
            key={name}
            {...action}
            label={t(`bulk.${name}`)}
            valueText=""
            selected={[]}
            handle={(picker) => {
              pickers.current[name] = picker;
            }}
          >
            {t(`bulk.${name}`)}
          </Picker>
        ))}
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
        <OtherMoment
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
