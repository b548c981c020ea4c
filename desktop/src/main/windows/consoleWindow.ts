import { BrowserWindow, screen } from 'electron';
import type { JsonFile } from '../../files/jsonFile';
import type { Log } from '../log';
import { PUSH_CHANNEL, type IpcPush } from '../../ipc/channels';
import { CONSOLE_URL } from '../protocols/consoleUrl';
import { MINIMUM, placeWindow, type WindowState } from './windowState';

export interface ConsoleWindowOptions {
  preload: string;
  state: JsonFile<WindowState>;
  devTools: boolean;
  dark: () => boolean;
  /** The page is there (again): tell it the states it missed. */
  loaded(): void;
  log: Log;
}

export interface ConsoleWindow {
  /** Opens it, or brings it to the front. */
  show(): Promise<void>;
  push(push: IpcPush): void;
  isFocused(): boolean;
  /** The window itself, for dialogs and checks; null while none is open. */
  current(): BrowserWindow | null;
}

/** Milliseconds after the last move until the place is kept. */
const KEEP_DELAY = 500;
/** Milliseconds in which a crashed page is loaded again at most once. */
const RECOVER_EVERY = 10_000;

function keepPlace(window: BrowserWindow, state: JsonFile<WindowState>): void {
  let timer: NodeJS.Timeout | undefined;
  const place = () => ({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A place that cannot be kept costs nothing but the place.
      if (!window.isDestroyed()) void state.write(place()).catch(() => undefined);
    }, KEEP_DELAY);
  };
  const atOnce = () => {
    clearTimeout(timer);
    try {
      state.writeNow(place());
    } catch {
      // As above.
    }
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', atOnce);
}

/** Brings a page back that has crashed; a page that keeps crashing is left alone. */
function recover(window: BrowserWindow, log: Log): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page gone', reason, exitCode);
    if (reason === 'clean-exit' || Date.now() - last < RECOVER_EVERY) return;
    last = Date.now();
    window.webContents.reload();
  });
}

/** The one window of the console. */
export function createConsoleWindow(options: ConsoleWindowOptions): ConsoleWindow {
  let window: BrowserWindow | null = null;
  let opening: Promise<void> | null = null;

  async function open(): Promise<void> {
    const screens = screen.getAllDisplays().map((display) => display.workArea);
    const { maximized, ...bounds } = placeWindow(await options.state.read(), screens);
    const opened = new BrowserWindow({
      ...bounds,
      minWidth: MINIMUM.width,
      minHeight: MINIMUM.height,
      show: false,
      title: 'TiketHet',
      autoHideMenuBar: true,
      // The colours of the first frame, so that a dark console does not flash white.
      backgroundColor: options.dark() ? '#0a0a0a' : '#ffffff',
      webPreferences: {
        preload: options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: true,
        devTools: options.devTools,
      },
    });
    window = opened;
    if (maximized) opened.maximize();
    keepPlace(opened, options.state);
    recover(opened, options.log);
    opened.once('ready-to-show', () => opened.show());
    opened.on('closed', () => (window = null));
    opened.webContents.on('did-finish-load', () => options.loaded());
    await opened.loadURL(CONSOLE_URL);
  }

  return {
    async show() {
      if (window === null) {
        opening ??= open().finally(() => (opening = null));
        return opening;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    push(push) {
      if (window !== null && !window.isDestroyed()) window.webContents.send(PUSH_CHANNEL, push);
    },
    isFocused: () => window !== null && !window.isDestroyed() && window.isFocused(),
    current: () => window,
  };
}
