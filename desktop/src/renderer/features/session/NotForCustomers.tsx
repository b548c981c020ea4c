import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useBridge, type OutboxState } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { UnsentList } from '../outbox/UnsentList';
import { Card } from './Card';
import classes from './SignInScreen.module.css';
import { useSignOut } from './useSignOut';

/** Who is no member of staff, or no longer: what they had not sent is named before it is erased. */
export function NotForCustomers({ name }: { name: string }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const signOut = useSignOut();
  const [outbox, setOutbox] = useState<OutboxState | null>(null);
  useEffect(() => {
    void bridge.outbox.state().then(setOutbox);
    return bridge.on('outbox', setOutbox);
  }, [bridge]);
  const unsent = outbox?.unsent ?? 0;
  return (
    <Card title={t('session.customerTitle')} lead={t('session.customerHelp', { name })}>
      {outbox !== null && unsent > 0 && (
        <>
          <p className={classes.unsent}>{t('outbox.signOutLead', { count: unsent })}</p>
          <UnsentList items={outbox.items} count={unsent} />
        </>
      )}
      <Button variant="default" size="md" fullWidth data-testid="sign-out" onClick={signOut}>
        {t(unsent > 0 ? 'outbox.signOutSure' : 'session.signOut')}
      </Button>
    </Card>
  );
}
