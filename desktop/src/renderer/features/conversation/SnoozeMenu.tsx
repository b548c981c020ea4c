import { Menu } from '@mantine/core';
import { IconBell, IconMoon } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';
import { useImperativeHandle, useState, type Ref } from 'react';
import { useKeysOf } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { MomentMenu } from '../../ui/MomentMenu';
import type { PickerHandle } from '../../ui/Picker';

interface Props {
  ticket: Ticket;
  /** null: wake it. */
  onSnooze: (until: Date | null) => void;
  handle: Ref<PickerHandle>;
}

/** Puts a ticket off: it leaves the queues until a moment, or until its customer writes. */
export function SnoozeMenu({ ticket, onSnooze, handle }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const keys = useKeysOf('snooze');
  useImperativeHandle(handle, () => ({ open: () => setOpened(true) }));
  if (!isActive(ticket.status)) return null;
  return (
    <MomentMenu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      target={
        <IconButton
          label={t('snooze.action')}
          shortcut={keys === '' ? undefined : keys}
          pressed={ticket.snoozedUntil !== null}
          data-testid="snooze"
        >
          <IconMoon size={18} stroke={1.6} />
        </IconButton>
      }
      above={<Menu.Label>{t('snooze.title')}</Menu.Label>}
      below={
        ticket.snoozedUntil !== null && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconBell size={14} stroke={1.7} />}
              onClick={() => onSnooze(null)}
            >
              {t('snooze.wake')}
            </Menu.Item>
          </>
        )
      }
      other={{ title: t('snooze.otherTitle'), action: t('snooze.action') }}
      onPick={onSnooze}
    />
  );
}
