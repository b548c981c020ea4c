import { Menu } from '@mantine/core';
import { IconPin, IconPinnedOff } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { usePin } from './usePin';

/** Pins a ticket for this person, or takes the pin out. */
export function PinItem({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const pin = usePin(ticket);
  const Icon = ticket.pinned === true ? IconPinnedOff : IconPin;
  return (
    <Menu.Item leftSection={<Icon size={14} stroke={1.6} />} data-testid="pin" onClick={pin}>
      {t(ticket.pinned === true ? 'pin.remove' : 'pin.add')}
    </Menu.Item>
  );
}
