import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasUnsent } from '../init/actions';
import { confirmClosing, showBackButton } from '../init/telegram';
import { TicketsScreen } from '../screens/tickets/TicketsScreen';
import { Notice } from '../ui/Notice';
import { OfflineBanner } from '../ui/OfflineBanner';
import { PrimaryBar } from '../ui/PrimaryBar';
import { Toast } from '../ui/Toast';
import { useStack } from './navigation';

const NewTicketScreen = lazy(() =>
  import('../screens/newTicket/NewTicketScreen').then((file) => ({
    default: file.NewTicketScreen,
  })),
);
const ConversationScreen = lazy(() =>
  import('../screens/conversation/ConversationScreen').then((file) => ({
    default: file.ConversationScreen,
  })),
);

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

/** The list and, over it or beside it, what is opened from it. */
export function Shell() {
  const { t } = useTranslation();
  const stack = useStack();
  const wide = useWide();
  const unsent = useHasUnsent();
  const screen = stack.at(-1) ?? { name: 'tickets' };
  const covered = screen.name !== 'tickets';

  useEffect(() => showBackButton(covered), [covered]);
  useEffect(() => confirmClosing(unsent), [unsent]);

  return (
    <div className="shell" data-wide={wide} data-covered={covered}>
      <OfflineBanner />
      <div className="panes">
        <section className="pane pane-list" inert={covered && !wide}>
          <TicketsScreen
            active={!covered}
            wide={wide}
            selectedId={screen.name === 'ticket' ? screen.id : null}
          />
        </section>
        {(covered || wide) && (
          <main className="pane pane-main">
            <Suspense fallback={<div className="screen" aria-busy="true" />}>
              {screen.name === 'new' && <NewTicketScreen step={screen.step} />}
              {screen.name === 'ticket' && <ConversationScreen key={screen.id} id={screen.id} />}
              {screen.name === 'tickets' && <Notice emoji="💬" title={t('tickets.choose')} />}
            </Suspense>
          </main>
        )}
      </div>
      <PrimaryBar />
      <Toast />
    </div>
  );
}
