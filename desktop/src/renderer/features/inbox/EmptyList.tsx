import { Button } from '@mantine/core';
import { IconInbox, IconSearch } from '@tabler/icons-react';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { isNarrowed } from './filters';
import type { Inbox } from './useInbox';

/** Why the list is empty, and how it comes to be filled. */
export function EmptyList({ inbox, onClear }: { inbox: Inbox; onClear: () => void }) {
  const { t } = useTranslation();
  const { view, chosen, isGone, isChanged, saved } = inbox;
  if (chosen.search !== '') {
    return (
      <EmptyState
        icon={<IconSearch size={22} stroke={1.5} />}
        title={t('list.empty.searchTitle', { text: chosen.search })}
      >
        {t('list.empty.searchHelp')}
      </EmptyState>
    );
  }
  const narrowed = isNarrowed(chosen) && (saved === null || isChanged);
  const name = isGone ? 'gone' : narrowed ? 'filtered' : view.kind;
  return (
    <EmptyState
      icon={<IconInbox size={22} stroke={1.5} />}
      title={t(`list.empty.${name}Title`)}
      action={
        name === 'filtered' && (
          <Button variant="default" onClick={onClear}>
            {t('filters.clear')}
          </Button>
        )
      }
    >
      {t(`list.empty.${name}Help`)}
    </EmptyState>
  );
}
