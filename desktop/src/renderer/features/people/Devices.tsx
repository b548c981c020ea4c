import { Button, Skeleton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { errorText } from '../../ui/errorText';
import { useToasts } from '../../ui/useToasts';
import { Group } from '../settings/Group';
import { DeviceRow } from './DeviceRow';
import classes from './PersonPanel.module.css';
import { SignOutDialog } from './SignOutDialog';
import { useSessions } from './usePeople';

/**
 * Where somebody is signed in, to be ended from here.
 * @param userId null: one's own devices
 */
export function Devices({ userId, name }: { userId: string | null; name: string }) {
  const { t } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const { data, error } = useSessions(userId);
  const [asked, setAsked] = useState<Session | 'all' | null>(null);
  const sessions = data?.items ?? [];
  const elsewhere = sessions.filter(({ endedAt, isCurrent }) => endedAt === null && !isCurrent);
  const act = {
    lane: `sessions:${userId ?? 'own'}`,
    settle: () => {
      void client.invalidateQueries({ queryKey: keys.sessions(userId) });
      toasts.done(t('people.signedOut'));
    },
    failed: (problem: Parameters<typeof toasts.failed>[1], repeat: () => void) =>
      toasts.failed(t('people.what.session'), problem, repeat),
  };
  const endAll = () => {
    setAsked(null);
    const input = () => (userId === null ? {} : { userId });
    writer.write({ ...act, route: 'POST /sessions/revoke', input });
  };
  const end = ({ id }: Session, wipe: boolean) => {
    setAsked(null);
    writer.write({ ...act, route: 'POST /sessions/{id}/revoke', input: () => ({ id, wipe }) });
  };

  return (
    <Group title={t('people.devices')}>
      <div data-testid="devices">
        {data === undefined && error === null && <Skeleton height={40} />}
        {data === undefined && error !== null && (
          <p className={classes.empty} role="alert">
            {t('people.devicesFailed')}. {errorText(error, t)}
          </p>
        )}
        {data !== undefined && sessions.length === 0 && (
          <p className={classes.empty}>{t('people.noDevices')}</p>
        )}
        {sessions.map((session) => (
          <DeviceRow key={session.id} session={session} onEnd={() => setAsked(session)} />
        ))}
      </div>
      {elsewhere.length > 1 && (
        <div className={classes.foot}>
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            data-testid="sessions-all"
            onClick={() => setAsked('all')}
          >
            {t('people.signOutEverywhere')}
          </Button>
        </div>
      )}
      {asked === 'all' && (
        <ConfirmDialog
          danger
          title={t('people.askEverywhere', { name })}
          help={t('people.askSignOutHelp')}
          action={t('people.signOutEverywhere')}
          testId="sessions-all-confirm"
          onClose={() => setAsked(null)}
          onConfirm={endAll}
        />
      )}
      {asked !== null && asked !== 'all' && (
        <SignOutDialog
          session={asked}
          onClose={() => setAsked(null)}
          onConfirm={(wipe) => end(asked, wipe)}
        />
      )}
    </Group>
  );
}
