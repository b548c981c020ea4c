import type { About, UpdateState } from '../../bridge/program';
import { ok } from '../../ipc/result';
import type { Result } from '../../bridge';
import type { ProgramHandlers } from '../ipc/handlers';
import type { Log } from '../log';
import type { Updates } from '../updates/updates';

export interface ProgramOptions {
  about: About;
  updates: Updates;
  useServer(address: string): Promise<Result<null>>;
  describe(about: About, update: UpdateState): Promise<string>;
  /** Asks for a place and writes there; a person may decide against it. */
  saveText(name: string, text: string): Promise<Result<null>>;
  log: Log;
}

/** Errors of the page that go to the log from one start to the next: a loop must not fill it. */
const PAGE_ERRORS = 100;

/** What main does for the calls about the program itself. */
export function createProgram(options: ProgramOptions): ProgramHandlers {
  const { about, updates, log } = options;
  let errors = 0;
  return {
    'program.about': () => ok(about),
    'program.useServer': ({ address }) => options.useServer(address),
    'program.saveReport': async () => {
      const text = await options.describe(about, updates.state());
      const day = new Date().toISOString().slice(0, 10);
      return options.saveText(`tikethet-report-${day}.txt`, text);
    },
    'program.reportError': ({ message, stack }) => {
      errors += 1;
      if (errors <= PAGE_ERRORS) log.error('page', message, stack ?? '');
      return ok(null);
    },
    'updates.state': () => ok(updates.state()),
    'updates.check': async () => ok(await updates.check()),
    'updates.restart': () => updates.restart(),
  };
}
