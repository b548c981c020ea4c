import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { Dialog } from '../../ui/Dialog';

/** Signs out, which erases what is kept here: unsent work is not lost without a word. */
export function SignOutButton() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { outbox } = useDesk();
  const unsent = useStore(outbox, (state) => state.unsent);
  const [asking, setAsking] = useState(false);
  const signOut = () => void bridge.session.signOut();
  return (
    <>
      <Button
        variant="default"
        data-testid="sign-out"
        onClick={() => (unsent > 0 ? setAsking(true) : signOut())}
      >
        {t('settings.signOut')}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('outbox.signOutTitle')}>
        <p>{t('outbox.signOutLead', { count: unsent })}</p>
        <Button variant="default" mr={8} onClick={() => setAsking(false)} data-autofocus>
          {t('outbox.cancel')}
        </Button>
        <Button color="red" data-testid="sign-out-sure" onClick={signOut}>
          {t('outbox.signOutSure')}
        </Button>
      </Dialog>
    </>
  );
}
