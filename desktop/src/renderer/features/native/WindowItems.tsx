import { Menu } from '@mantine/core';
import { IconAppWindow, IconLink } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { useMatch } from 'react-router';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** A ticket's ways out of this window: one of its own, and a link that opens it anywhere. */
export function WindowItems({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const isOwn = useMatch('/window/:ticketId') !== null;
  const icon = { size: 14, stroke: 1.6 };

  const copy = () => {
    void navigator.clipboard.writeText(`tikethet://ticket/${ticket.number}`).then(
      () => toasts.done(t('toast.copied')),
      // A page that may not write to the clipboard has no other way to give the link.
      () => undefined,
    );
  };
  return (
    <>
      {!isOwn && (
        <Menu.Item
          leftSection={<IconAppWindow {...icon} />}
          data-testid="own-window"
          onClick={() => void bridge.native.openWindow(ticket.id)}
        >
          {t('native.ownWindow')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLink {...icon} />} data-testid="copy-link" onClick={copy}>
        {t('native.copyLink')}
      </Menu.Item>
    </>
  );
}
