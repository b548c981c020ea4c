import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Invitation } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { fullTime } from '../../ui/time';
import { useToasts } from '../../ui/useToasts';
import classes from './PeopleList.module.css';
import { PeopleSkeleton } from './PeopleSkeleton';
import { RoleMark } from './RoleMark';
import { useInvitations } from './usePeople';

/** Who was invited, and what became of it. */
export function InvitationList() {
  const { t } = useTranslation();
  const { data, error, refetch } = useInvitations(true);
  if (data === undefined) {
    if (error === null) return <PeopleSkeleton />;
    return <ErrorState title={t('people.failed')} error={error} retry={() => void refetch()} />;
  }
  if (data.items.length === 0) {
    return (
      <EmptyState title={t('people.empty.invited')}>{t('people.empty.invitedHelp')}</EmptyState>
    );
  }
  return (
    <div className={classes.list}>
      <ul className={classes.rows} data-testid="invitations">
        {data.items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </div>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t, i18n } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const { id, role, username, state, usedBy, createdBy, expiresAt } = invitation;
  const takeBack = () =>
    writer.write({
      route: 'DELETE /invitations/{id}',
      lane: id,
      input: () => ({ id }),
      settle: () => void client.invalidateQueries({ queryKey: keys.invitations }),
      failed: (error, repeat) => toasts.failed(t('people.what.invitation'), error, repeat),
    });
  const became =
    usedBy === null
      ? t(`people.states.${state}`)
      : t('people.acceptedBy', { name: usedBy.displayName });
  return (
    <li className={`${classes.row} ${classes.invitation}`} data-state={state}>
      <span className={classes.who}>
        <span className={classes.name}>
          {username === null
            ? t('people.invitationForAnybody')
            : t('people.invitationFor', { username })}
        </span>
        <span className={classes.quiet} title={fullTime(expiresAt, i18n.language)}>
          {became} · {t('people.invitationBy', { name: createdBy.displayName })}
        </span>
      </span>
      <RoleMark role={role} />
      {state === 'OPEN' && (
        <Button
          variant="default"
          size="compact-xs"
          data-testid="invitation-revoke"
          onClick={takeBack}
        >
          {t('people.takeBack')}
        </Button>
      )}
    </li>
  );
}
