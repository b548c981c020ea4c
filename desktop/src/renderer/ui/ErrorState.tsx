import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from '../app/texts';
import { EmptyState } from './EmptyState';
import { errorText } from './errorText';

/** A part of the screen that could not be loaded and has nothing cached to show instead. */
export function ErrorState({
  title,
  error,
  retry,
}: {
  title: string;
  error: unknown;
  retry: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div role="alert" style={{ height: '100%' }}>
      <EmptyState
        icon={<IconPlugConnectedX size={22} stroke={1.5} />}
        title={title}
        action={
          <Button variant="default" onClick={retry}>
            {t('app.retry')}
          </Button>
        }
      >
        {errorText(error, t)}
      </EmptyState>
    </div>
  );
}
