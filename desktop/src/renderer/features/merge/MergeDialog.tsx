import { Button, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomerTickets } from '../../app/queries/people';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusIcon } from '../../ui/StatusIcon';
import classes from './MergeDialog.module.css';
import { useMerge } from './useMerge';

interface Props {
  source: Ticket;
  onClose: () => void;
}

function found(ticket: Ticket, words: string): boolean {
  const wanted = words.trim().toLowerCase().replace(/^#/, '');
  return `${ticket.number} ${ticket.title}`.toLowerCase().includes(wanted);
}

/** Chooses the ticket of the same customer that this one becomes a part of. */
export function MergeDialog({ source, onClose }: Props) {
  const { t } = useTranslation();
  const { merge } = useMerge();
  const query = useCustomerTickets(source.customerId);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const possible = (query.data?.items ?? []).filter(
    ({ id, status, mergedInto }) => id !== source.id && status !== 'CLOSED' && mergedInto === null,
  );
  const shown = possible.filter((ticket) => found(ticket, words));
  const target = shown.find(({ id }) => id === chosen) ?? shown[0];

  const confirm = () => {
    if (!target) return;
    onClose();
    merge(source, target);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('merge.title', { number: source.number })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <p className={classes.help}>{t('merge.help')}</p>
        {possible.length > 0 && (
          <TextInput
            data-autofocus
            leftSection={<IconSearch size={14} stroke={1.6} />}
            aria-label={t('merge.search')}
            placeholder={t('merge.search')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        {query.data === undefined ? (
          <p className={classes.empty}>{query.isError ? t('merge.failed') : '…'}</p>
        ) : shown.length === 0 ? (
          <p className={classes.empty}>
            {t(possible.length === 0 ? 'merge.none' : 'merge.noMatch')}
          </p>
        ) : (
          <div className={classes.list} role="radiogroup" aria-label={t('merge.search')}>
            {shown.map((ticket) => (
              <label key={ticket.id} className={classes.row} data-testid="merge-target">
                <input
                  type="radio"
                  name="target"
                  checked={ticket.id === target?.id}
                  onChange={() => setChosen(ticket.id)}
                />
                <StatusIcon status={ticket.status} size={12} />
                <span className="visuallyHidden">{t(`status.${ticket.status}`)}</span>
                <span className={classes.title}>
                  <span className={classes.muted}>#{ticket.number}</span> {ticket.title}
                </span>
                <RelativeTime at={ticket.updatedAt} className={classes.muted} />
              </label>
            ))}
          </div>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={!target} data-testid="merge-confirm">
            {target ? t('merge.confirm', { number: target.number }) : t('merge.what')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
