import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLock, IconSend2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useKeysOf } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { MomentMenu } from '../../ui/MomentMenu';
import classes from './Composer.module.css';

interface Props {
  note: boolean;
  ready: boolean;
  /** The ticket may be resolved with it. */
  resolves: boolean;
  menuOpened: boolean;
  onMenu: (opened: boolean) => void;
  onSend: () => void;
  onSendResolve: () => void;
  /** @param resolve the desk resolves the ticket at the same moment */
  onSendLater: (at: Date, resolve: boolean) => void;
}

/** Sends; beside it the other ways to send a reply. */
export function SendButtons(props: Props) {
  const { note, ready, resolves, menuOpened, onMenu, onSend } = props;
  const { t } = useTranslation();
  const keys = useKeysOf('sendResolve');
  const [wanted, setWanted] = useState(false);
  const resolve = resolves && wanted;
  return (
    <span className={classes.sendGroup}>
      <Button
        className={classes.send}
        leftSection={note ? <IconLock size={14} /> : <IconSend2 size={14} />}
        disabled={!ready}
        data-testid="send"
        data-split={note ? undefined : true}
        onClick={onSend}
      >
        {t(note ? 'composer.sendNote' : 'composer.send')}
      </Button>
      {!note && (
        <MomentMenu
          opened={menuOpened}
          onChange={onMenu}
          position="top-end"
          target={
            <Button
              className={classes.sendMore}
              disabled={!ready}
              aria-label={t('composer.sendMore')}
              data-testid="send-more"
            >
              <IconChevronDown size={14} aria-hidden="true" />
            </Button>
          }
          above={
            <>
              {resolves && (
                <Menu.Item
                  leftSection={<IconCheck size={14} stroke={2} />}
                  rightSection={<span className={classes.keys}>{keys}</span>}
                  data-testid="send-resolve"
                  onClick={props.onSendResolve}
                >
                  {t('composer.sendResolve')}
                </Menu.Item>
              )}
              <Menu.Label>{t('composer.sendLater')}</Menu.Label>
              {resolves && (
                <Menu.CheckboxItem
                  classNames={{ itemIndicator: classes.tick ?? '' }}
                  checked={wanted}
                  data-testid="later-resolve"
                  onChange={setWanted}
                >
                  {t('composer.laterResolve')}
                </Menu.CheckboxItem>
              )}
            </>
          }
          other={{
            title: t(resolve ? 'composer.laterResolveTitle' : 'composer.sendLaterTitle'),
            action: t('composer.sendLaterAction'),
          }}
          onPick={(at) => {
            setWanted(false);
            props.onSendLater(at, resolve);
          }}
        />
      )}
    </span>
  );
}
