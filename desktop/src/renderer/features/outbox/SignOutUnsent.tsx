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

interface Props {
  opened: boolean;
  onClose: () => void;
  onSignOut: () => void;
}

/** Asks who signs out with unsent work: to send it first, or to lose it knowingly. */
export function SignOutUnsent(props: Props) {
  const { t } = useTranslation();
  const { outbox } = useDesk();
  const sent = useStore(outbox, (state) => state.unsent === 0);
  const deciding = useStore(queueOpened, (is) => is);
  return (
    <Dialog
      opened={props.opened}
      size={480}
      onClose={props.onClose}
      // Who goes on to the queue has the focus there.
      returnFocus={!deciding}
      title={t(sent ? 'outbox.empty' : 'outbox.signOutTitle')}
    >
      <Choice {...props} />
    </Dialog>
  );
}

function Choice({ opened, onClose, onSignOut }: Props) {
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
    if (opened && waiting && sent) onSignOut();
  }, [opened, waiting, sent, onSignOut]);

  const progress = undecided ? 'undecided' : status === 'online' ? 'sending' : 'offline';
  const way = undecided ? 'decide' : waiting ? 'stay' : 'sendFirst';
  const ways = {
    sendFirst: () => setWaiting(true),
    stay: onClose,
    decide() {
      queueOpened.set(true);
      onClose();
    },
  };
  return (
    <>
      <p className={classes.lead} role="status">
        {sent
          ? t('outbox.signOutSent')
          : waiting
            ? t(`outbox.signOut.${progress}`)
            : t('outbox.signOutLead', { count: unsent })}
      </p>
      <UnsentList items={items} count={unsent} />
      <DialogButtons>
        <Button
          color="red"
          variant={sent ? 'filled' : 'subtle'}
          data-testid="sign-out-sure"
          onClick={onSignOut}
        >
          {t(sent ? 'settings.signOut' : 'outbox.signOutSure')}
        </Button>
        {!sent && (
          // One button through all of it: the focus stays where it was.
          <Button
            variant={way === 'stay' ? 'default' : 'filled'}
            data-testid={`sign-out-${way}`}
            data-autofocus
            onClick={ways[way]}
          >
            {t(`outbox.signOut.${way}`)}
          </Button>
        )}
      </DialogButtons>
    </>
  );
}
