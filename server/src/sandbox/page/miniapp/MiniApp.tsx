import { useCallback, useState } from 'react';
import { useSettings } from '../app/settings';
import { Dialog, type DialogButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { PopMenu } from '../ui/PopMenu';
import { BottomButtons } from './BottomButtons';
import { Haptics, type Pulse } from './Haptics';
import type { Popup } from './hostState';
import { readableOn, themeParams } from './theme';
import { useHost } from './useHost';

export interface OpenedApp {
  url: string;
  initData: string;
  personId: number;
  startParam?: string;
}

interface Props {
  app: OpenedApp;
  botName: string;
  onClose: () => void;
  onTelegramLink: (href: string) => void;
}

/** A Mini App in its frame, with the header and buttons that Telegram draws around it. */
export function MiniApp({ app, botName, onClose, onTelegramLink }: Props) {
  const { t, theme } = useSettings();
  const [src] = useState(() => frameUrl(app, themeParams[theme]));
  const [menu, setMenu] = useState(false);
  const [asking, setAsking] = useState(false);
  const [pulse, setPulse] = useState<Pulse | null>(null);
  const onHaptic = useCallback(
    (kind: string) => setPulse((before) => ({ kind, count: (before?.count ?? 0) + 1 })),
    [],
  );
  const { frame, turn, state, post, closePopup, restart } = useHost({
    origin: new URL(src).origin,
    theme,
    onClose,
    onTelegramLink,
    onHaptic,
  });
  const color = (value: string) =>
    value.startsWith('#') ? value : (themeParams[theme][value] ?? '#ffffff');
  const header = color(state.header);

  const askToClose = () => (state.confirmClosing ? setAsking(true) : onClose());
  const reload = () => {
    setMenu(false);
    restart();
  };

  return (
    <div
      className="miniAppLayer"
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) askToClose();
      }}
    >
      <section
        className="miniApp"
        aria-label={t.miniApp}
        style={{ background: color(state.background) }}
      >
        <header className="miniAppHeader" style={{ background: header, color: readableOn(header) }}>
          {state.back ? (
            <button
              type="button"
              className="round"
              aria-label={t.back}
              data-testid="back-button"
              onClick={() => post('back_button_pressed')}
            >
              <Icon name="back" />
            </button>
          ) : (
            <button
              type="button"
              className="round"
              aria-label={t.close}
              data-testid="miniapp-close"
              onClick={askToClose}
            >
              <Icon name="close" />
            </button>
          )}
          <div className="miniAppTitle">
            <b>{botName}</b>
            <small>{t.miniApp}</small>
          </div>
          <Haptics pulse={pulse} />
          {state.back && (
            <button
              type="button"
              className="round"
              aria-label={t.close}
              data-testid="miniapp-close"
              onClick={askToClose}
            >
              <Icon name="close" size={22} />
            </button>
          )}
          <div className="headerMenu">
            <button
              type="button"
              className="round"
              aria-label={t.more}
              aria-expanded={menu}
              onClick={() => setMenu(!menu)}
            >
              <Icon name="more" />
            </button>
            {menu && (
              <PopMenu onClose={() => setMenu(false)}>
                {state.settings && (
                  <button
                    type="button"
                    role="menuitem"
                    onClick={() => {
                      setMenu(false);
                      post('settings_button_pressed');
                    }}
                  >
                    <Icon name="gear" size={20} /> {t.settings}
                  </button>
                )}
                <button type="button" role="menuitem" onClick={reload}>
                  <Icon name="reload" size={20} /> {t.reload}
                </button>
              </PopMenu>
            )}
          </div>
        </header>
        <div className="miniAppBody">
          {!state.ready && <span className="spinner" />}
          <iframe
            key={turn}
            ref={frame}
            src={src}
            title={botName}
            data-testid="miniapp-frame"
            allow="camera; microphone; geolocation; clipboard-write"
            sandbox="allow-scripts allow-same-origin allow-popups allow-forms allow-modals allow-downloads"
          />
        </div>
        <BottomButtons
          main={state.main}
          secondary={state.secondary}
          background={color(state.bottomBar)}
          theme={themeParams[theme]}
          onMain={() => post('main_button_pressed')}
          onSecondary={() => post('secondary_button_pressed')}
        />
      </section>
      {state.popup !== null && (
        <Dialog
          title={state.popup.title}
          message={state.popup.message}
          buttons={popupButtons(state.popup, t)}
          onClose={closePopup}
        />
      )}
      {asking && (
        <Dialog
          message={t.closeApp}
          buttons={[
            { id: 'cancel', text: t.cancel },
            { id: 'close', text: t.closeAnyway, destructive: true },
          ]}
          onClose={(id) => {
            setAsking(false);
            if (id === 'close') onClose();
          }}
        />
      )}
    </div>
  );
}

/** Launch parameters go behind the #, so that they never reach a server's log. */
function frameUrl(app: OpenedApp, theme: Record<string, string>): string {
  const url = new URL(app.url, location.href);
  if (app.startParam !== undefined) url.searchParams.set('tgWebAppStartParam', app.startParam);
  const launch = new URLSearchParams({
    tgWebAppData: app.initData,
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'weba',
    tgWebAppThemeParams: JSON.stringify(theme),
  });
  url.hash = launch.toString();
  return url.toString();
}

function popupButtons(popup: Popup, t: { close: string; cancel: string }): DialogButton[] {
  const words: Record<string, string> = { ok: 'OK', close: t.close, cancel: t.cancel };
  if (popup.buttons.length === 0) return [{ id: '', text: t.close }];
  return popup.buttons.map(({ id, type, text }) => ({
    id,
    text: words[type] ?? text ?? 'OK',
    destructive: type === 'destructive',
  }));
}
