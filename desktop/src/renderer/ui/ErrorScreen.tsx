import { Button } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { useTranslation } from '../app/texts';
import { EmptyState } from './EmptyState';

/** Stands instead of a screen that failed to draw. */
export function ErrorScreen() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => reportError(error), [error]);
  return (
    <main style={{ height: '100vh' }} role="alert">
      <EmptyState
        icon={<IconBug size={22} stroke={1.5} />}
        title={t('app.crashed')}
        action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}
      >
        {t('app.crashedHelp')}
      </EmptyState>
    </main>
  );
}
