import { app, crashReporter, dialog } from 'electron';
import { join } from 'node:path';
import { startConsole, type RunningConsole } from './app';
import { readEnvironment, type EnvironmentProblem } from './environment';
import { startLog } from './log';
import { LINK_SCHEME } from './native/links';
import { registerSchemes } from './protocols/schemes';
import { chooseLanguage, loadTexts } from './texts';

const here = import.meta.dirname;

/** Says in one sentence why the console cannot start, and ends with code 1. */
async function refuse({ variable, value }: EnvironmentProblem): Promise<void> {
  await app.whenReady();
  const t = (await loadTexts())(chooseLanguage(null, null, app.getLocale()));
  const sentence = t('problem.address', { variable, value });
  process.stderr.write(`${sentence}\n`);
  if (app.isPackaged) dialog.showErrorBox(t('problem.title'), sentence);
  app.exit(1);
}

function run(): void {
  app.setName('TiketHet');
  app.setAppUserModelId('io.tikethet.console');
  const read = readEnvironment(process.env, app.isPackaged);
  if (!read.ok) return void refuse(read.problem);
  const { environment } = read;
  if (environment.userData !== null) app.setPath('userData', environment.userData);
  // Two consoles in one folder would use up each other's refresh tokens.
  if (!app.requestSingleInstanceLock()) return app.quit();

  // As root (tests in a container) Chromium only starts without its own sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerSchemes();
  const userData = app.getPath('userData');
  // Dumps stay on this computer: they hold what was in memory.
  crashReporter.start({ uploadToServer: false });
  const log = startLog(userData);
  let running: RunningConsole | null = null;
  /** An address that the system handed over before everything stood (macOS). */
  let early: string | null = null;
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  app.on('open-url', (event, address) => {
    event.preventDefault();
    if (running === null) early = address;
    else running.openAddress(address);
  });
  app.on('second-instance', (_event, argv) => running?.startedAgain(argv));
  app.on('activate', () => running?.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.error('process gone', type, reason, exitCode),
  );

  void app
    .whenReady()
    .then(async () => {
      const paths = {
        preload: join(here, '../preload/index.cjs'),
        renderer: join(here, '../renderer'),
        syncEntry: join(here, 'sync.js'),
        userData,
      };
      running = await startConsole(environment, paths, process.argv, log);
      if (early !== null) running.openAddress(early);
    })
    .catch((error: unknown) => {
      log.error('start failed', error);
      app.exit(1);
    });
}

run();
