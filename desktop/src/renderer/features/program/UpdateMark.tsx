import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import classes from './Program.module.css';
import { useUpdate } from './useUpdate';

/** A newer version is here: says so quietly, and what is new when asked. */
export function UpdateMark() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const update = useUpdate();
  const [opened, setOpened] = useState(false);
  if (update.status !== 'ready') return null;
  const { version, notes } = update;
  return (
    <>
      <button
        type="button"
        className={classes.mark}
        data-testid="update-mark"
        onClick={() => setOpened(true)}
      >
        <IconSparkles size={14} stroke={1.8} aria-hidden="true" />
        {t('program.ready', { version })}
      </button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('program.whatsNew', { version })}
      >
        {notes !== '' && <p className={classes.notes}>{notes}</p>}
        <p className={classes.help}>{t('program.restartHelp')}</p>
        <DialogButtons>
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('program.later')}
          </Button>
          <Button
            data-autofocus
            data-testid="update-restart"
            onClick={() => void bridge.program?.updates.restart()}
          >
            {t('program.restart')}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
