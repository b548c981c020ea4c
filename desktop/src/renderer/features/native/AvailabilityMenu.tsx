import { Menu } from '@mantine/core';
import { AVAILABILITIES, type Availability } from '@tikethet/shared/contracts';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { newKey } from '../../app/write/newKey';
import { useToasts } from '../../ui/useToasts';
import { useSignedIn } from '../session/sessionContext';
import { AvailabilityDot } from '../../ui/AvailabilityDot';
import classes from './AvailabilityMenu.module.css';
import { TeamItems } from './TeamItems';

/** The person's own card, which also says and changes whether they are there for others. */
export function AvailabilityMenu({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const { user } = useSignedIn();
  const status = t(`availability.${user.availability}`);

  const choose = async (availability: Availability) => {
    const input = { availability };
    const result = await bridge.write('PUT /auth/profile', input, newKey(), () => undefined);
    if (!result.ok) {
      toasts.failed(t('ownStatus.menu'), result.error, () => void choose(availability));
    }
  };
  return (
    <Menu position="bottom-start" width={264}>
      <Menu.Target>
        <button
          type="button"
          className={classes.person}
          data-testid="availability"
          data-availability={user.availability}
          aria-label={t('ownStatus.label', { status })}
        >
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('ownStatus.menu')}</Menu.Label>
        {AVAILABILITIES.map((one) => (
          <Menu.Item
            key={one}
            leftSection={<AvailabilityDot availability={one} />}
            rightSection={one === user.availability ? <IconCheck size={14} /> : null}
            onClick={() => void choose(one)}
          >
            {t(`availability.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Label fw={400}>{t('ownStatus.help')}</Menu.Label>
        <TeamItems />
      </Menu.Dropdown>
    </Menu>
  );
}
