import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconStack2, IconUsers } from '@tabler/icons-react';
import type { SavedView } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { useCallback, useState } from 'react';
import type { BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useViewActions, useViewCounts, useViews } from '../../app/queries/views';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { NavItem } from '../../ui/NavItem';
import { useToasts } from '../../ui/useToasts';
import { Count } from './Count';
import classes from './Rail.module.css';
import { SaveView } from './SaveView';
import { viewName } from './views';

/** The desk counts a view up to here. */
const MOST = 1_000;

/** Says when something about a view was not kept. */
export function useViewTrouble(): (error: BridgeError, repeat: () => void) => void {
  const { t } = useTranslation();
  const toasts = useToasts();
  return useCallback((error, repeat) => toasts.failed(t('saved.what'), error, repeat), [t, toasts]);
}

/** The person's own views and the team's: opened, renamed, shared, moved, deleted. */
export function SavedViews() {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { views } = useViews();
  const counts = useViewCounts();
  const actions = useViewActions(useViewTrouble());
  const [asking, setAsking] = useState<{ what: 'rename' | 'remove'; view: SavedView } | null>(null);
  if (views.length === 0) return null;

  const move = (at: number, step: 1 | -1): void => {
    const ids = views.map(({ id }) => id);
    const [id] = ids.splice(at, 1);
    if (id !== undefined)
      actions.reorder([...ids.slice(0, at + step), id, ...ids.slice(at + step)]);
  };

  return (
    <>
      <h2 className={classes.heading}>{t('views.saved')}</h2>
      <ul className={classes.list}>
        {views.map((view, at) => {
          const mayChange = view.ownerId === me.id || can(me, 'view.share');
          const Icon = view.shared ? IconUsers : IconStack2;
          return (
            <li key={view.id} className={classes.saved}>
              <NavItem
                to={`/inbox/${viewName({ kind: 'saved', id: view.id })}`}
                icon={<Icon size={16} stroke={1.6} aria-hidden="true" />}
                label={view.name}
                title={view.name}
                data-testid="view-saved"
              >
                {view.shared && <span className="visuallyHidden">, {t('saved.isShared')}</span>}
                <Count count={counts.data?.counts[view.id]} most={MOST} />
              </NavItem>
              <Menu position="bottom-start" returnFocus>
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    className={classes.dots}
                    aria-label={t('views.menu', { name: view.name })}
                    data-testid="view-menu"
                  >
                    <IconDots size={14} stroke={1.8} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {mayChange && (
                    <Menu.Item
                      onClick={() => setAsking({ what: 'rename', view })}
                      data-testid="view-rename"
                    >
                      {t('saved.rename')}
                    </Menu.Item>
                  )}
                  {mayChange && (view.shared || can(me, 'view.share')) && (
                    <Menu.Item
                      onClick={() => actions.update(view.id, { shared: !view.shared })}
                      data-testid="view-sharing"
                    >
                      {t(view.shared ? 'saved.unshare' : 'saved.shareNow')}
                    </Menu.Item>
                  )}
                  <Menu.Item disabled={at === 0} onClick={() => move(at, -1)} data-testid="view-up">
                    {t('saved.up')}
                  </Menu.Item>
                  <Menu.Item disabled={at === views.length - 1} onClick={() => move(at, 1)}>
                    {t('saved.down')}
                  </Menu.Item>
                  {mayChange && (
                    <Menu.Item
                      color="red"
                      onClick={() => setAsking({ what: 'remove', view })}
                      data-testid="view-remove"
                    >
                      {t('saved.remove')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            </li>
          );
        })}
      </ul>
      {asking?.what === 'rename' && (
        <SaveView
          title={t('saved.renameTitle')}
          name={asking.view.name}
          onClose={() => setAsking(null)}
          onSave={(name) => actions.update(asking.view.id, { name })}
        />
      )}
      {asking?.what === 'remove' && (
        <ConfirmDialog
          title={t('saved.removeTitle', { name: asking.view.name })}
          help={t(asking.view.shared ? 'saved.removeShared' : 'saved.removeHelp')}
          action={t('saved.removeAction')}
          danger
          testId="view-remove-confirm"
          onClose={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            actions.remove(asking.view.id);
          }}
        />
      )}
    </>
  );
}
