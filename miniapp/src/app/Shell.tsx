import { Suspense, useEffect, useState, useSyncExternalStore, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasUnsent } from '../init/actions';
import { confirmClosing, haptic, onSettingsButton, showBackButton } from '../init/telegram';
import { unread } from '../live/notifications';
import { useStore } from '../state/store';
import { Notice } from '../ui/Notice';
import { OfflineBanner } from '../ui/OfflineBanner';
import { PrimaryBar } from '../ui/PrimaryBar';
import { TabBar } from '../ui/TabBar';
import { Toast } from '../ui/Toast';
import { goToTab, showTab, usePlace, type Screen, type TabName } from './navigation';
import { SCREENS, TABS } from './screens';
import { useTicketNotices } from './useTicketNotices';

const ROOM_FOR_TWO = window.matchMedia('(min-width: 900px)');

function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      ROOM_FOR_TWO.addEventListener('change', listener);
      return () => ROOM_FOR_TWO.removeEventListener('change', listener);
    },
    () => ROOM_FOR_TWO.matches,
  );
}

/** Tabs that were visited stay as they were left: scrolled, filtered, half-typed. */
function useVisited(tab: TabName): readonly TabName[] {
  const [visited, setVisited] = useState<readonly TabName[]>([tab]);
  if (!visited.includes(tab)) setVisited([...visited, tab]);
  return visited;
}

function Opened({ screen }: { screen: Screen }) {
  // The registry pairs each name with its own component; the pairing is lost on a computed key.
  const Component = SCREENS[screen.name] as ComponentType<Screen>;
  return <Component key={screen.name === 'ticket' ? screen.id : screen.name} {...screen} />;
}

const waiting = <div className="screen" aria-busy="true" />;

/** A tab and, over it or beside it, what is opened from it. */
export function Shell() {
  const { t } = useTranslation();
  const { tab, stack } = usePlace();
  const wide = useWide();
  const unsent = useHasUnsent();
  const visited = useVisited(tab);
  const screen = stack.at(-1) ?? null;
  const covered = screen !== null;
  const unreadCount = useStore(unread);
  useTicketNotices(screen?.name === 'ticket' ? screen.id : null);

  useEffect(() => showBackButton(covered), [covered]);
  useEffect(() => confirmClosing(unsent), [unsent]);
  useEffect(() => onSettingsButton(() => goToTab('profile')), []);

  return (
    <div className="shell" data-wide={wide} data-covered={covered}>
      <OfflineBanner />
      <div className="panes">
        <section className="pane pane-list" inert={covered && !wide}>
          <div className="tabs">
            {visited.map((name) => {
              const { Component } = TABS[name];
              return (
                <div
                  key={name}
                  className="tab-panel"
                  data-shown={name === tab}
                  inert={name !== tab}
                >
                  <Suspense fallback={waiting}>
                    <Component
                      active={!covered && name === tab}
                      wide={wide}
                      selectedId={screen?.name === 'ticket' ? screen.id : null}
                    />
                  </Suspense>
                </div>
              );
            })}
          </div>
          <TabBar
            tabs={TABS}
            current={tab}
            badges={{ notifications: unreadCount }}
            onChoose={(next) => {
              haptic('select');
              showTab(next);
            }}
          />
        </section>
        {(covered || wide) && (
          <main className="pane pane-main">
            <Suspense fallback={waiting}>
              {screen ? (
                <Opened screen={screen} />
              ) : (
                <Notice emoji="💬" title={t('tickets.choose')} />
              )}
            </Suspense>
          </main>
        )}
      </div>
      <PrimaryBar />
      <Toast />
    </div>
  );
}
