import { Menu } from '@mantine/core';
import { IconCopy, IconCornerUpLeft, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Message } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useDeskSettings } from '../../app/queries/deskSetup';
import { useKeysOf } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { mayEdit, type Rights } from './access';
import classes from './BubbleMenu.module.css';
import { Dots } from './Dots';
import { QuickReactions } from './QuickReactions';
import { useFocusBack } from './useFocusBack';

export interface BubbleActionsProps {
  message: Message;
  rights: Rights;
  onQuote: () => void;
  onEdit: () => void;
  onDelete: () => void;
}

/** What can be done with one message; open from the start. */
export function BubbleActions(props: BubbleActionsProps) {
  const { message, rights, onQuote, onEdit, onDelete } = props;
  const { t } = useTranslation();
  const { me } = useDesk();
  const { editMinutes } = useDeskSettings();
  const toasts = useToasts();
  const [openedAt, setOpenedAt] = useState<number | null>(Date.now);
  useFocusBack(openedAt !== null);
  const keys = { quote: useKeysOf('quote'), edit: useKeysOf('editMessage') };
  const icon = { size: 14, stroke: 1.6 };
  // Judged when the menu opens: the time for editing runs out while it is closed.
  const editable = openedAt !== null && mayEdit(me, rights, message, openedAt, editMinutes);

  return (
    <Menu
      opened={openedAt !== null}
      onChange={(opened) => setOpenedAt(opened ? Date.now() : null)}
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: classes.dropdown ?? '' }}
    >
      <Menu.Target>
        <Dots />
      </Menu.Target>
      <Menu.Dropdown>
        {(message.internal ? rights.note : rights.reply) && (
          <QuickReactions message={message} onDone={() => setOpenedAt(null)} />
        )}
        {(rights.reply || rights.note) && (
          <Menu.Item
            leftSection={<IconCornerUpLeft {...icon} />}
            rightSection={<span className={classes.keys}>{keys.quote}</span>}
            onClick={onQuote}
          >
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
          <Menu.Item
            leftSection={<IconPencil {...icon} />}
            rightSection={<span className={classes.keys}>{keys.edit}</span>}
            onClick={onEdit}
          >
            {t('conversation.edit')}
          </Menu.Item>
        )}
        {rights.deleteMessages && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash {...icon} />}
            rightSection={<span className={classes.keys}>Del</span>}
            onClick={onDelete}
          >
            {t('conversation.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
