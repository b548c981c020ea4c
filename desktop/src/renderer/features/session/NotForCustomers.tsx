import { Button } from '@mantine/core';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
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
