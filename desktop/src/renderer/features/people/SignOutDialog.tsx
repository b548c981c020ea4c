import { Button, Checkbox } from '@mantine/core';
import type { Session } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';

/** Asks before a device is signed out, and whether it should forget everything too. */
export function SignOutDialog({
  session,
  onClose,
  onConfirm,
}: {
  session: Session;
  onClose: () => void;
  onConfirm: (wipe: boolean) => void;
}) {
  const { t } = useTranslation();
  const ended = session.endedAt !== null;
  const [wipe, setWipe] = useState(ended);
  const device = session.kind === 'CONSOLE' ? session.deviceName : t('people.miniApp');
  return (
    <Dialog
      size="sm"
      onClose={onClose}
      title={t(ended ? 'people.askErase' : 'people.askSignOut', { device })}
    >
      {!ended && <p>{t('people.askSignOutHelp')}</p>}
      {session.kind === 'CONSOLE' && !ended && (
        <Checkbox
          mt="md"
          size="xs"
          checked={wipe}
          label={t('people.wipe')}
          description={t('people.wipeHelp')}
          data-testid="device-wipe"
          onChange={(event) => setWipe(event.currentTarget.checked)}
        />
      )}
      {ended && <p>{t('people.wipeHelp')}</p>}
      <DialogButtons onCancel={onClose}>
        <Button color="red" data-testid="device-confirm" onClick={() => onConfirm(wipe)}>
          {t(ended ? 'people.erase' : 'people.signOut')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
