import { Button } from '@mantine/core';
import { IconBrandTelegram, IconDeviceLaptop } from '@tabler/icons-react';
import type { Session } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { RelativeTime } from '../../ui/RelativeTime';
import classes from './PersonPanel.module.css';

/** One device: what it is, when it was used, and the way to end its session. */
export function DeviceRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { t } = useTranslation();
  const { kind, deviceName, ip, lastUsedAt, endedAt, isCurrent, wipe } = session;
  const Icon = kind === 'CONSOLE' ? IconDeviceLaptop : IconBrandTelegram;
  const name = kind === 'CONSOLE' ? deviceName : t('people.miniApp');
  return (
    <div className={classes.device} data-ended={endedAt !== null} data-testid="device">
      <Icon size={18} stroke={1.5} aria-hidden="true" />
      <div className={classes.deviceName}>
        <div>{name}</div>
        <div className={classes.help}>
          {endedAt === null ? t('people.used') : t('people.ended')}:{' '}
          <RelativeTime at={endedAt ?? lastUsedAt} />
          {ip !== '' && ` · ${t('people.address', { ip })}`}
          {wipe !== null && (
            <> · {t(wipe === 'DONE' ? 'people.wipeDone' : 'people.wipeRequested')}</>
          )}
        </div>
      </div>
      {isCurrent && <span className={classes.help}>{t('people.thisDevice')}</span>}
      {!isCurrent && (endedAt === null || wipe === null) && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={t('people.signOutOf', { device: name })}
          data-testid="device-end"
          onClick={onEnd}
        >
          {t(endedAt === null ? 'people.signOut' : 'people.erase')}
        </Button>
      )}
    </div>
  );
}
