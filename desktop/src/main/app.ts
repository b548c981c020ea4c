import {
  app,
  autoUpdater,
  clipboard,
  dialog,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  session,
  shell,
} from 'electron';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { SessionState } from '../bridge';
import { createJsonFile } from '../files/jsonFile';
import { FILE_SCHEME, PUSH_CHANNEL } from '../ipc/channels';
import { createDesk } from './desk';
import { LOCAL_DESK, type Environment } from './environment';
import { createDeskFiles } from '../sync/deskFiles';
import { fetchSoon } from './files/fetchSoon';
import { saveFile } from './files/saveFile';
import { createHandlers, type IpcHandlers } from './ipc/handlers';
import { registerIpc } from './ipc/register';
import type { Log } from './log';
import { showMenu } from './menu';
import { capabilitiesOf } from './native/capabilities';
import { attachContextMenu } from './native/attachContextMenu';
import { linkAmong } from './native/links';
import { HIDDEN_ARGUMENT } from './native/loginItem';
import { openNative, type Native } from './native/openNative';
import { createNativeNotifier } from './notifications/nativeNotifier';
import { createRecordingNotifier } from './notifications/recordingNotifier';
import { guardQuit } from './quitGuard';
import { createPaper } from './paper/paper';
import { openPreferences, preferencesSchema, type PreferenceStore } from './preferences';
import { bakedAddress, deskAddressSchema } from './program/deskAddress';
import { openProgram } from './program/openProgram';
import { attachmentFiles } from './protocols/attachmentFiles';
import { consoleFiles } from './protocols/consoleFiles';
import { CONSOLE_SCHEME } from './protocols/consoleUrl';
import { createLinkQuestion } from './security/askLink';
import { createLinkOpener } from './security/externalLinks';
import { watchNetwork } from './sync/networkWatch';
import { guardContents, guardSession } from './security/guardContents';
import { createAuthApi } from './session/authApi';
import { chooseCipher } from './session/safeStorageCipher';
import { createSessionStore } from './session/sessionStore';
import { engineLauncher } from './sync/launchEngine';
import { installTestHooks } from './testHooks';
import { chooseLanguage, loadTexts } from './texts';
import { createConsoleWindow, type ConsoleWindow } from './windows/consoleWindow';
import { windowState } from './windows/windowState';

/** Where the built parts and the console's own files are. */
export interface Paths {
  preload: string;
  renderer: string;
  syncEntry: string;
  userData: string;
}

/** The system's network stack: its proxy and certificates. The desk knows no cookies. */
const systemFetch = ((input: string, init?: RequestInit) =>
  net.fetch(input, { ...init, credentials: 'omit' })) as typeof fetch;

function applyTheme(preferences: PreferenceStore): void {
  nativeTheme.themeSource = preferences.get().theme;
  preferences.onChange(({ theme }) => (nativeTheme.themeSource = theme));
}

/** What the program around it may ask of a console that runs. */
export interface RunningConsole {
  show(): void;
  /** Takes what another start of the program was given. */
  startedAgain(argv: readonly string[]): void;
  /** An address that the system handed over. */
  openAddress(address: string): void;
}

/**
 * Builds everything and opens the window. The app must be ready.
 * @param argv what the program was started with
 */
export async function startConsole(
  environment: Environment,
  paths: Paths,
  argv: readonly string[],
  log: Log,
): Promise<RunningConsole> {
  const { test } = environment;
  const launch = engineLauncher(paths.syncEntry);
  const capabilities = capabilitiesOf(process.platform);
  let quitting = false;
  const kept = (name: string) => join(paths.userData, name);
  const address = createJsonFile(kept('desk.json'), deskAddressSchema);
  const serverUrl =
    environment.serverUrl ??
    (await address.read())?.serverUrl ??
    (await bakedAddress(app.getAppPath())) ??
    LOCAL_DESK;
  const openedLinks: string[] = [];
  const openLink = createLinkOpener(
    serverUrl,
    async (url) => {
      if (test) openedLinks.push(url);
      else await shell.openExternal(url);
    },
    (url) => mayOpen(url),
  );
  guardContents(app, (url) => void openLink(url));
  guardSession(session.defaultSession);

  const preferences = await openPreferences(
    createJsonFile(kept('preferences.json'), preferencesSchema),
  );
  applyTheme(preferences);
  const texts = await loadTexts();
  const translate = () => {
    const state = desk.session.state();
    const atDesk = state.status === 'signedIn' ? state.user.language : null;
    return texts(chooseLanguage(preferences.get().language, atDesk, app.getLocale()));
  };
  const mayOpen = createLinkQuestion({
    preferences,
    texts: translate,
    window: () => window.current(),
    show: (parent, question) =>
      parent === null ? dialog.showMessageBox(question) : dialog.showMessageBox(parent, question),
  });
  const drawMenu = () =>
    showMenu({
      t: translate(),
      developer: !app.isPackaged,
      language: preferences.get().language,
      chooseLanguage: (language) => void preferences.set({ language }),
      zoom: preferences.get().zoom,
      chooseZoom: (zoom) => void preferences.set({ zoom }),
    });

  const system = createNativeNotifier({
    capabilities,
    texts: translate,
    picture: (path) => fetchSoon(files, path),
    failed: (reason) => log.warn('notification failed', reason),
  });
  const recording = test ? createRecordingNotifier(system) : null;
  const notifier = recording ?? system;
  const cipher = await chooseCipher();
  const desk = createDesk({
    serverUrl,
    deviceName: `TiketHet · ${hostname()}`.slice(0, 100),
    storeFolder: kept('store'),
    api: createAuthApi(serverUrl, systemFetch),
    store: createSessionStore(kept('session.json'), cipher),
    launch,
    notifier,
    preferences,
    texts: translate,
    focusedPage: () => window.focusedPage(),
    push: (push) => window.push(push),
    open(ticketId, messageId) {
      void (ticketId === null ? window.show() : window.openTicket(ticketId, messageId));
    },
    sound: (name) => window.pushMain({ name: 'sound', value: { name } }),
    unread: (count) => native?.unread(count),
    trialArrived: (trialId) => native?.selfTest.arrived(trialId),
    sessionChanged(state: SessionState) {
      drawMenu();
      native?.refresh();
      if (state.status === 'signedOut') window.closeTickets();
      // Attachments in the cache belong to the person who left.
      if (state.status === 'signedOut' && state.reason !== 'denied') {
        void session.defaultSession.clearCache();
      }
    },
    log,
  });
  const window: ConsoleWindow = createConsoleWindow({
    preload: paths.preload,
    state: createJsonFile(kept('window.json'), windowState),
    ticketState: createJsonFile(kept('ticketWindow.json'), windowState),
    devTools: !app.isPackaged,
    dark: () => nativeTheme.shouldUseDarkColors,
    // People of Linux desktops may have no place for icons beside the clock.
    hides: () => !quitting && (preferences.get().keepInTray ?? process.platform !== 'linux'),
    opened: (page) =>
      attachContextMenu(page, {
        texts: translate,
        openLink: (url) => void openLink(url),
        copy: (text) => clipboard.writeText(text),
      }),
    loaded(page) {
      page.setZoomFactor(preferences.get().zoom / 100);
      void opened.then(() => desk.greet(page.id, (push) => page.send(PUSH_CHANNEL, push)));
    },
    closed: (pageId) => desk.left(pageId),
    log,
  });
  let native: Native | null = null;
  let open: (handlers: IpcHandlers) => void = () => undefined;
  const opened = new Promise<IpcHandlers>((resolve) => (open = resolve));

  const files = createDeskFiles(serverUrl, desk.tokens, systemFetch);
  protocol.handle(CONSOLE_SCHEME, consoleFiles(paths.renderer));
  protocol.handle(
    FILE_SCHEME,
    attachmentFiles(files, () => desk.storeFolder()),
  );

  registerIpc(
    opened,
    () => window.all(),
    (channel, error) => log.error('ipc', channel, error),
  );
  // Loading the page takes longest: it begins now, and asks as soon as there is somebody to answer.
  const hidden = argv.includes(HIDDEN_ARGUMENT);
  const shown = hidden ? window.prepare() : window.show();
  // Asked for at the end; until then nobody listens.
  shown.catch(() => undefined);

  async function choosePath(suggestion: string): Promise<string | null> {
    const parent = window.current();
    const defaultPath = join(app.getPath('downloads'), suggestion);
    if (parent === null) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(parent, { defaultPath });
    return canceled || filePath === '' ? null : filePath;
  }
  const { program, updates } = await openProgram({
    environment,
    serverUrl,
    address,
    userData: paths.userData,
    storage: cipher.storage,
    desk,
    preferences,
    fetch: systemFetch,
    choosePath,
    push: (push) => window.push(push),
    log,
  });
  native = openNative({
    test,
    capabilities,
    programFile: environment.appImage ?? app.getPath('exe'),
    userData: paths.userData,
    desk,
    window,
    preferences,
    notifier,
    texts: translate,
  });
  const { handlers, openAddress, openLink: openTicketLink, trayMenu } = native;
  if (recording !== null) {
    installTestHooks({ notifier: recording, links: openedLinks, openAddress, trayMenu });
  }
  preferences.onChange((value) => {
    window.push({ name: 'preferences', value });
    drawMenu();
    native?.refresh();
  });
  powerMonitor.on('resume', () => desk.wake());
  const stopWatching = watchNetwork(() => desk.wake());
  app.once('will-quit', stopWatching);
  guardQuit({
    // Nobody answers a dialog in a test.
    outbox: () => (test ? { unsent: 0, held: 0, items: [] } : desk.sync.outbox()),
    texts: translate,
    window: () => window.current(),
    quitting: () => void desk.sync.stop(),
  });

  // After the guard, which may have kept the program from ending.
  app.on('before-quit', (event) => (quitting = !event.defaultPrevented));
  // On macOS an update closes the windows before it ends the program.
  autoUpdater.on('before-quit-for-update', () => (quitting = true));

  function startedAgain(given: readonly string[]): void {
    const number = linkAmong(given);
    if (number === null) void window.show();
    else openTicketLink(number);
  }

  updates.start();
  await desk.session.open();
  open(
    createHandlers({
      program,
      paper: createPaper({
        page: (id) => window.all().find(({ webContents }) => webContents.id === id)?.webContents,
        choosePath,
      }),
      native: handlers,
      desk,
      preferences,
      push: (push) => window.push(push),
      openLink,
      saveFile: (attachment) => saveFile(files, choosePath, attachment),
    }),
  );
  await shown;
  const number = linkAmong(argv);
  if (number !== null) openTicketLink(number);
  return { show: () => void window.show(), startedAgain, openAddress };
}
