import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { SignOutUnsent } from '../outbox/SignOutUnsent';
import { useSignOut } from '../session/useSignOut';

/** Signs out, which erases what is kept here: unsent work is not lost without a word. */
export function SignOutButton() {
  const { t } = useTranslation();
  const { outbox } = useDesk();
  const unsent = useStore(outbox, (state) => state.unsent);
  const [asking, setAsking] = useState(false);
  const signOut = useSignOut();
  return (
    <>
      <Button
        variant="default"
        data-testid="sign-out"
        onClick={() => (unsent > 0 ? setAsking(true) : signOut())}
      >
        {t('settings.signOut')}
      </Button>
      <SignOutUnsent opened={asking} onClose={() => setAsking(false)} onSignOut={signOut} />
    </>
  );
}
