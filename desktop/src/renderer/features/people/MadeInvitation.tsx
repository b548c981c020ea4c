import { Button, CopyButton, TextInput } from '@mantine/core';
import type { OutputOf } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { DialogButtons } from '../../ui/Dialog';
import { fullTime } from '../../ui/time';
import classes from './InviteDialog.module.css';

/** The link of an invitation, shown this once. */
export function MadeInvitation({
  made: { invitation, link },
  onDone,
}: {
  made: OutputOf<'invitations.create'>;
  onDone: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { username, isOffered, expiresAt } = invitation;
  const words =
    username === null
      ? t('people.invitationLink')
      : t(isOffered ? 'people.invitationShown' : 'people.invitationWaits', { username });
  return (
    <div className={classes.form}>
      <p>{words}</p>
      <div className={classes.link}>
        <TextInput
          size="xs"
          readOnly
          value={link}
          aria-label={t('people.invitationReady')}
          data-testid="invitation-link"
          className={classes.grow}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" data-autofocus onClick={copy}>
              {t(copied ? 'people.copied' : 'people.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className={classes.help}>
        {t('people.invitationUntil', { time: fullTime(expiresAt, i18n.language) })}
      </p>
      <DialogButtons mt={0}>
        <Button data-testid="invitation-done" onClick={onDone}>
          {t('people.done')}
        </Button>
      </DialogButtons>
    </div>
  );
}
