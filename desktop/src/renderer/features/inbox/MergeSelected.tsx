import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { TargetDialog } from '../merge/TargetDialog';
import { useMerge } from '../merge/useMerge';

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

  return (
    <TargetDialog
      title={t('bulk.mergeTitle', { count: tickets.length })}
      help={t('bulk.mergeHelp')}
      label={t('bulk.merge')}
      tickets={possible}
      target={target}
      onChoose={setChosen}
      action={target ? t('bulk.mergeConfirm', { number: target.number }) : t('bulk.merge')}
      testId="bulk-merge"
      onClose={onClose}
      onConfirm={(into) => {
        onMerged();
        for (const source of tickets) if (source.id !== into.id) merge(source, into);
      }}
    />
  );
}
