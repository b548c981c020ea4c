import { app, crashReporter, dialog } from 'electron';
import { join } from 'node:path';
import { startConsole } from './app';
import { readEnvironment, type EnvironmentProblem } from './environment';
import { startLog } from './log';
import { registerSchemes } from './protocols/schemes';
import { chooseLanguage, loadTexts } from './texts';
import type { ConsoleWindow } from './windows/consoleWindow';

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
  let window: ConsoleWindow | null = null;
  app.on('second-instance', () => void window?.show());
  app.on('activate', () => void window?.show());
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
      window = await startConsole(environment, paths, log);
    })
    .catch((error: unknown) => {
      log.error('start failed', error);
      app.exit(1);
    });
}

run();
