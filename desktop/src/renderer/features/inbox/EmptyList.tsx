import { Button } from '@mantine/core';
import { IconInbox, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { isNarrowed, type ChosenFilters } from './filters';
import type { View } from './views';

/** Why the list is empty, and how it comes to be filled. */
export function EmptyList({
  view,
  chosen,
  onClear,
}: {
  view: View;
  chosen: ChosenFilters;
  onClear: () => void;
}) {
  const { t } = useTranslation();
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
  const name = isNarrowed(chosen) ? 'filtered' : view.kind;
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
