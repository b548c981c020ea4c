import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useCustomerTickets } from '../../app/queries/people';
import { useTranslation } from '../../app/texts';
import { TargetDialog } from './TargetDialog';
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

  return (
    <TargetDialog
      title={t('merge.title', { number: source.number })}
      help={t('merge.help')}
      label={t('merge.search')}
      tickets={shown}
      target={target}
      onChoose={setChosen}
      action={target ? t('merge.confirm', { number: target.number }) : t('merge.what')}
      testId="merge"
      empty={
        query.data !== undefined ? (
          t(possible.length === 0 ? 'merge.none' : 'merge.noMatch')
        ) : query.isError ? (
          <Failed text={t('merge.failed')} retry={() => void query.refetch()} />
        ) : (
          <Rows />
        )
      }
      onClose={onClose}
      onConfirm={(into) => merge(source, into)}
    >
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
    </TargetDialog>
  );
}

function Failed({ text, retry }: { text: string; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <span role="alert">
      {text}{' '}
      <Button variant="subtle" size="compact-xs" onClick={retry}>
        {t('app.retry')}
      </Button>
    </span>
  );
}

/** Tickets to come. */
function Rows() {
  return [100, 80, 90].map((width) => (
    <Skeleton key={width} height={20} width={`${width}%`} mb={12} />
  ));
}
