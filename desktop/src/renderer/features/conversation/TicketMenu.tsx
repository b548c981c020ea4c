import { Menu } from '@mantine/core';
import {
  IconArrowMerge,
  IconDots,
  IconPrinter,
  IconUserCheck,
  IconUserX,
} from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { LazyMenu } from '../../ui/LazyMenu';
import { WindowItems } from '../native/WindowItems';
import { MergeDialog } from '../merge/MergeDialog';
import { PinItem } from '../pins/PinItem';
import { PrintDialog } from '../print/PrintDialog';
import type { Rights } from './access';
import type { useTicketActions } from './useTicketActions';

interface Props {
  ticket: Ticket;
  rights: Rights;
  actions: ReturnType<typeof useTicketActions>;
}

/** What is done with a ticket now and then: giving it back, merging, printing. */
export function TicketMenu({ ticket, rights, actions }: Props) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const mine = ticket.assigneeId === me.id;
  const [opened, setOpened] = useState(false);
  const [open, setOpen] = useState<'merge' | 'print' | null>(null);
  const icon = { size: 14, stroke: 1.6 };
  const close = () => setOpen(null);
  useShortcuts({
    merge: rights.merge ? () => setOpen('merge') : undefined,
    print: () => setOpen('print'),
  });
  return (
    <>
      <LazyMenu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        target={
          <IconButton label={t('ticket.more')} data-testid="ticket-menu">
            <IconDots size={18} stroke={1.6} />
          </IconButton>
        }
      >
        {rights.take && ticket.assigneeId !== null && (
          <Menu.Item
            leftSection={mine ? <IconUserX {...icon} /> : <IconUserCheck {...icon} />}
            data-testid={mine ? 'release' : 'take'}
            onClick={() => actions.assign(mine ? null : me)}
          >
            {t(mine ? 'ticket.release' : 'ticket.take')}
          </Menu.Item>
        )}
        {!rights.own && <PinItem ticket={ticket} />}
        <WindowItems ticket={ticket} />
        {rights.merge && (
          <Menu.Item
            leftSection={<IconArrowMerge {...icon} />}
            data-testid="merge"
            onClick={() => setOpen('merge')}
          >
            {t('merge.action')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPrinter {...icon} />}
          data-testid="print-open"
          onClick={() => setOpen('print')}
        >
          {t('print.action')}
        </Menu.Item>
      </LazyMenu>
      {open === 'merge' && <MergeDialog source={ticket} onClose={close} />}
      {open === 'print' && <PrintDialog ticket={ticket} onClose={close} />}
    </>
  );
}
