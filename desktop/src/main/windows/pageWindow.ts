import { BrowserWindow } from 'electron';
import type { JsonFile } from '../../files/jsonFile';
import type { Log } from '../log';
import { MINIMUM, type WindowState } from './windowState';

export interface PageWindowOptions {
  preload: string;
  devTools: boolean;
  dark: () => boolean;
  log: Log;
}

/** Milliseconds after the last move until the place is kept. */
const KEEP_DELAY = 500;
/** Milliseconds in which a crashed page is loaded again at most once. */
const RECOVER_EVERY = 10_000;

/** Keeps where a window stands and how large it is. */
export function keepPlace(window: BrowserWindow, state: JsonFile<WindowState>): void {
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

/** A window that holds a page of the console, not shown and not loaded yet. */
export function createPageWindow(
  options: PageWindowOptions,
  bounds: { width: number; height: number; x?: number; y?: number },
): BrowserWindow {
  const window = new BrowserWindow({
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
      // The page is compiled whole once, and never again until there is another version.
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
      // A sound for news must not wait for a click in a window that nobody has looked at yet.
      autoplayPolicy: 'no-user-gesture-required',
      devTools: options.devTools,
    },
  });
  recover(window, options.log);
  return window;
}
