import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useConnection } from '../../app/connection';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import { queueOpened } from './queuePanel';
import classes from './SignOutUnsent.module.css';
import { UnsentList } from './UnsentList';

/** Asks who signs out with unsent work: to send it first, or to lose it knowingly. */
export function SignOutUnsent({
  onClose,
  onSignOut,
}: {
  onClose: () => void;
  onSignOut: () => void;
}) {
  const { t } = useTranslation();
  const { status } = useConnection();
  const { outbox } = useDesk();
  const { unsent, items } = useStore(outbox, (state) => state);
  const [waiting, setWaiting] = useState(false);
  const sent = unsent === 0;
  /** Waits for a word of the person, itself or what goes before it. */
  const stuck = items.filter(({ state }) => state === 'held' || state === 'behind').length;
  const undecided = !sent && stuck === unsent;
  useEffect(() => {
    if (waiting && sent) onSignOut();
  }, [waiting, sent, onSignOut]);

  function decide(): void {
    onClose();
    queueOpened.set(true);
  }

  const online = status === 'online';
  const progress = undecided ? 'undecided' : online ? 'sending' : 'offline';
  return (
    <Dialog onClose={onClose} title={t(sent ? 'outbox.empty' : 'outbox.signOutTitle')}>
      <p className={classes.lead} role="status" data-testid="sign-out-lead">
        {sent
          ? t('outbox.signOutSent')
          : waiting
            ? t(`outbox.signOut.${progress}`)
            : t('outbox.signOutLead', { count: unsent })}
      </p>
      <UnsentList items={items} count={unsent} />
      <DialogButtons onCancel={onClose}>
        <Button
          color="red"
          variant={sent ? 'filled' : 'outline'}
          data-testid="sign-out-sure"
          onClick={onSignOut}
        >
          {t(sent ? 'settings.signOut' : 'outbox.signOutSure')}
        </Button>
        {undecided ? (
          <Button data-testid="sign-out-decide" data-autofocus onClick={decide}>
            {t('outbox.signOut.decide')}
          </Button>
        ) : (
          !sent && (
            <Button
              data-testid="sign-out-send"
              data-autofocus
              loading={waiting}
              onClick={() => setWaiting(true)}
            >
              {t('outbox.signOut.sendFirst')}
            </Button>
          )
        )}
      </DialogButtons>
    </Dialog>
  );
}
