import { Menu, Modal, Button } from '@mantine/core';
import { IconCopy, IconCornerUpLeft, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Message } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useToasts } from '../../ui/useToasts';
import { mayEdit, type Rights } from './access';
import classes from './BubbleMenu.module.css';

interface Props {
  message: Message;
  rights: Rights;
  onQuote: () => void;
  onEdit: () => void;
}

/** What can be done with one message. */
export function BubbleMenu({ message, rights, onQuote, onEdit }: Props) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const toasts = useToasts();
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  const remove = useRemoveMessage(message);
  const icon = { size: 14, stroke: 1.6 };
  // Asked when the menu opens: the time for editing runs out while it is closed.
  const editable = opened && mayEdit(me, rights, message, Date.now());

  return (
    <>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        transitionProps={{ duration: 0 }}
        classNames={{ dropdown: classes.dropdown ?? '' }}
      >
        <Menu.Target>
          <button
            type="button"
            className={classes.dots}
            data-bubble-menu
            aria-label={t('conversation.actions')}
            data-testid="message-menu"
          >
            <IconDots size={16} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {(rights.reply || rights.note) && (
            <Menu.Item leftSection={<IconCornerUpLeft {...icon} />} onClick={onQuote}>
              {t('conversation.reply')}
            </Menu.Item>
          )}
          {message.content !== '' && (
            <Menu.Item
              leftSection={<IconCopy {...icon} />}
              onClick={() => {
                void navigator.clipboard.writeText(message.content);
                toasts.done(t('toast.copied'));
              }}
            >
              {t('conversation.copyText')}
            </Menu.Item>
          )}
          {editable && (
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
              {t('conversation.edit')}
            </Menu.Item>
          )}
          {rights.deleteMessages && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash {...icon} />}
              onClick={() => setAsking(true)}
            >
              {t('conversation.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('conversation.deleteTitle')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
        size="sm"
      >
        <p className={classes.help}>{t('conversation.deleteHelp')}</p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsking(false);
              remove();
            }}
          >
            {t('conversation.delete')}
          </Button>
        </div>
      </Modal>
    </>
  );
}

/** The message is gone from the screen at once, and comes back when it may not be deleted. */
function useRemoveMessage(message: Message): () => void {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const toasts = useToasts();
  const { id, ticketId } = message;
  return () =>
    writer.write({
      route: 'DELETE /messages/{id}',
      lane: ticketId,
      input: () => ({ id }),
      show: () =>
        desk.changeMessage(ticketId, id, (shown) => ({
          ...shown,
          content: '',
          attachments: [],
          deletedAt: new Date().toISOString(),
        })),
      revert: () => desk.changeMessage(ticketId, id, () => message),
      failed: (error, repeat) => toasts.failed(t('toast.what.message'), error, repeat),
    });
}
