import { Button, Modal } from '@mantine/core';
import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusIcon } from '../../ui/StatusIcon';
import { useMerge } from '../merge/useMerge';
import classes from './MergeSelected.module.css';

interface Props {
  /** Of one customer. */
  tickets: readonly Ticket[];
  onClose: () => void;
  onMerged: () => void;
}

/** Asks which of the selected tickets stays. */
export function MergeSelected({ tickets, onClose, onMerged }: Props) {
  const { t } = useTranslation();
  const { merge } = useMerge();
  const possible = tickets
    .filter(({ status, mergedInto }) => status !== 'CLOSED' && mergedInto === null)
    .toSorted((a, b) => a.number - b.number);
  const [chosen, setChosen] = useState(possible[0]?.id);
  const target = possible.find(({ id }) => id === chosen);

  const confirm = (): void => {
    if (!target) return;
    onClose();
    onMerged();
    for (const source of tickets) if (source.id !== target.id) merge(source, target);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('bulk.mergeTitle', { count: tickets.length })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <p className={classes.help}>{t('bulk.mergeHelp')}</p>
        <div className={classes.list} role="radiogroup" aria-label={t('bulk.merge')}>
          {possible.map((ticket) => (
            <label key={ticket.id} className={classes.row} data-testid="bulk-merge-target">
              <input
                type="radio"
                name="target"
                checked={ticket.id === chosen}
                onChange={() => setChosen(ticket.id)}
              />
              <StatusIcon status={ticket.status} />
              <span className={classes.title}>
                <span className={classes.muted}>#{ticket.number}</span> {ticket.title}
              </span>
            </label>
          ))}
        </div>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={!target} data-testid="bulk-merge-confirm">
            {target ? t('bulk.mergeConfirm', { number: target.number }) : t('bulk.merge')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
