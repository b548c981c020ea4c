import { app, dialog, nativeTheme, net, powerMonitor, protocol, session, shell } from 'electron';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { SessionState } from '../bridge';
import { createJsonFile } from '../files/jsonFile';
import { FILE_SCHEME } from '../ipc/channels';
import { createDesk } from './desk';
import { LOCAL_DESK, type Environment } from './environment';
import { createDeskFiles } from './files/deskFiles';
import { saveFile } from './files/saveFile';
import { createHandlers } from './ipc/handlers';
import { registerIpc } from './ipc/register';
import type { Log } from './log';
import { showMenu } from './menu';
import { createNativeNotifier } from './notifications/nativeNotifier';
import { createRecordingNotifier } from './notifications/recordingNotifier';
import { guardQuit } from './quitGuard';
import { openPreferences, preferencesSchema, type PreferenceStore } from './preferences';
import { bakedAddress, deskAddressSchema } from './program/deskAddress';
import { openProgram } from './program/openProgram';
import { attachmentFiles } from './protocols/attachmentFiles';
import { consoleFiles } from './protocols/consoleFiles';
import { CONSOLE_SCHEME } from './protocols/consoleUrl';
import { createLinkQuestion } from './security/askLink';
import { createLinkOpener } from './security/externalLinks';
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

function chooseNotifier(log: Log, test: boolean, links: readonly string[]) {
  const native = createNativeNotifier((reason) => log.warn('notification failed', reason));
  if (!test) return native;
  const recording = createRecordingNotifier(native);
  installTestHooks(recording, links);
  return recording;
}

function applyTheme(preferences: PreferenceStore): void {
  nativeTheme.themeSource = preferences.get().theme;
  preferences.onChange(({ theme }) => (nativeTheme.themeSource = theme));
}

/** Builds everything and opens the window. The app must be ready. */
export async function startConsole(
  environment: Environment,
  paths: Paths,
  log: Log,
): Promise<ConsoleWindow> {
  const { test } = environment;
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
    });

  const cipher = await chooseCipher();
  const desk = createDesk({
    serverUrl,
    deviceName: `TiketHet · ${hostname()}`.slice(0, 100),
    storeFolder: kept('store'),
    api: createAuthApi(serverUrl, systemFetch),
    store: createSessionStore(kept('session.json'), cipher),
    launch: engineLauncher(paths.syncEntry),
    notifier: chooseNotifier(log, test, openedLinks),
    preferences,
    texts: translate,
    isFocused: () => window.isFocused(),
    push: (push) => window.push(push),
    showWindow: () => void window.show(),
    sessionChanged(state: SessionState) {
      drawMenu();
      // Attachments in the cache belong to the person who left.
      if (state.status === 'signedOut' && state.reason !== 'denied') {
        void session.defaultSession.clearCache();
      }
    },
    log,
  });
  const window = createConsoleWindow({
    preload: paths.preload,
    state: createJsonFile(kept('window.json'), windowState),
    devTools: !app.isPackaged,
    dark: () => nativeTheme.shouldUseDarkColors,
    loaded: () => desk.greet(),
    log,
  });

  const files = createDeskFiles(serverUrl, desk.tokens, systemFetch);
  protocol.handle(CONSOLE_SCHEME, consoleFiles(paths.renderer));
  protocol.handle(
    FILE_SCHEME,
    attachmentFiles(files, () => desk.storeFolder()),
  );

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
  registerIpc(
    createHandlers({
      program,
      desk,
      preferences,
      push: (push) => window.push(push),
      openLink,
      saveFile: (attachment) => saveFile(files, choosePath, attachment),
    }),
    () => window.current(),
    (channel, error) => log.error('ipc', channel, error),
  );
  preferences.onChange((value) => {
    window.push({ name: 'preferences', value });
    drawMenu();
  });
  powerMonitor.on('resume', () => desk.wake());
  guardQuit({
    // Nobody answers a dialog in a test.
    unsent: () => (test ? 0 : desk.sync.outbox().unsent),
    texts: translate,
    window: () => window.current(),
    quitting: () => void desk.sync.stop(),
  });

  updates.start();
  await desk.session.open();
  await window.show();
  return window;
}
