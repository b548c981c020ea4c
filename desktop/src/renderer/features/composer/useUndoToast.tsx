import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import classes from './Composer.module.css';

/** Offers to take a message back while nothing has left yet, wherever the person goes meanwhile. */
export function useUndoToast(): (key: string, internal: boolean, seconds: number) => void {
  const { t } = useTranslation();
  const { pending, replies } = useDesk();
  const toasts = useToasts();
  return useCallback(
    (key, internal, seconds) => {
      if (seconds === 0) return;
      const id = `undo-${key}`;
      const takeBack = async (): Promise<void> => {
        notifications.hide(id);
        const message = pending.store.get().find((one) => one.key === key);
        const done = message !== undefined && (await replies.takeBack(message));
        if (!done) toasts.trouble(t('composer.undo'), t('composer.undoLate'));
      };
      notifications.show({
        id,
        autoClose: seconds * 1_000 - 250,
        withCloseButton: false,
        message: (
          <span className={classes.undo}>
            {t(internal ? 'composer.noteGoing' : 'composer.replyGoing')}
            <Button
              variant="subtle"
              size="compact-sm"
              data-testid="undo-send"
              onClick={() => void takeBack()}
            >
              {t('composer.undo')}
            </Button>
          </span>
        ),
      });
    },
    [pending, replies, t, toasts],
  );
}
