import { Button, Skeleton } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { unwrap, useBridge, type BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorState } from '../../ui/ErrorState';
import { fullTime } from '../../ui/time';
import { useToasts } from '../../ui/useToasts';
import classes from './DevicesSection.module.css';
import { Group } from './Group';
import { Row } from './Row';

/** Where the person is signed in, and signing out there. */
export function DevicesSection() {
  const { t, i18n } = useTranslation();
  const bridge = useBridge();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const [ending, setEnding] = useState<Session | 'others' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.sessions(null),
    staleTime: 0,
    queryFn: () => unwrap(bridge.read('GET /sessions', { limit: 50 })),
  });
  const settled = {
    lane: 'sessions',
    settle: () => void client.invalidateQueries({ queryKey: keys.sessions(null) }),
    failed: (problem: BridgeError, repeat: () => void) =>
      toasts.failed(t('settings.devices.what'), problem, repeat),
  };
  const end = (what: Session | 'others') => {
    setEnding(null);
    if (what === 'others') {
      writer.write({ ...settled, route: 'POST /sessions/revoke', input: () => ({}) });
      return;
    }
    writer.write({
      ...settled,
      route: 'POST /sessions/{id}/revoke',
      input: () => ({ id: what.id, wipe: what.kind === 'CONSOLE' }),
    });
  };

  if (data === undefined && error !== null) {
    return (
      <ErrorState title={t('settings.devices.failed')} error={error} retry={() => void refetch()} />
    );
  }
  if (data === undefined) return <Skeleton height={120} radius="lg" aria-busy="true" />;
  return (
    <>
      <Group help={t('settings.devices.help')}>
        {data.items.map((session) => (
          <Row
            key={session.id}
            label={
              <span className={classes.device}>
                {session.kind === 'CONSOLE' ? (
                  <IconDeviceDesktop size={18} stroke={1.5} aria-hidden="true" />
                ) : (
                  <IconDeviceMobile size={18} stroke={1.5} aria-hidden="true" />
                )}
                <span>
                  {session.deviceName || t(`settings.devices.kind.${session.kind}`)}
                  <span className={classes.facts}>
                    {t(`settings.devices.kind.${session.kind}`)} · {session.ip} ·{' '}
                    {session.isCurrent
                      ? t('settings.devices.current')
                      : t('settings.devices.used', {
                          time: fullTime(session.lastUsedAt, i18n.language),
                        })}
                  </span>
                </span>
              </span>
            }
          >
            {!session.isCurrent && (
              <Button
                variant="default"
                aria-label={t('settings.devices.endOf', { name: session.deviceName })}
                data-testid="device-end"
                onClick={() => setEnding(session)}
              >
                {t('settings.devices.end')}
              </Button>
            )}
          </Row>
        ))}
      </Group>
      {data.items.length > 2 && (
        <Button
          mt={12}
          variant="subtle"
          color="red"
          data-testid="devices-end-all"
          onClick={() => setEnding('others')}
        >
          {t('settings.devices.endAll')}
        </Button>
      )}
      {ending !== null && (
        <ConfirmDialog
          danger
          title={t(ending === 'others' ? 'settings.devices.allTitle' : 'settings.devices.title')}
          help={t(
            ending !== 'others' && ending.kind === 'CONSOLE'
              ? 'settings.devices.wipeHelp'
              : 'settings.devices.endHelp',
          )}
          action={t('settings.devices.end')}
          testId="device-end-sure"
          onClose={() => setEnding(null)}
          onConfirm={() => end(ending)}
        />
      )}
    </>
  );
}
