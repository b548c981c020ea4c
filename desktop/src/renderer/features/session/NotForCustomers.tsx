import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../app/bridge';
import { Card } from './Card';

export function NotForCustomers({ name }: { name: string }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  return (
    <Card title={t('session.customerTitle')} lead={t('session.customerHelp', { name })}>
      <Button variant="default" size="md" fullWidth onClick={() => void bridge.session.signOut()}>
        {t('session.signOut')}
      </Button>
    </Card>
  );
}
