import { pino } from 'pino';
import { createKnex } from '../../db/knex';
import { Desk } from '../../domain/desk';
import { DiskStore } from '../../storage/diskStore';
import { startTelegram } from '../index';

/** Arguments of the process, as JSON. */
export interface BotProcessOptions {
  databaseUrl: string;
  apiRoot: string;
  token: string;
  folder: string;
}

/** The bot alone in a process of its own, for tests that kill it. */
async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '{}') as BotProcessOptions;
  const db = createKnex(options.databaseUrl);
  const desk = new Desk(db, () => new Date());
  const telegram = await startTelegram({
    desk,
    db,
    storage: new DiskStore(options.folder),
    log: pino({ level: 'error' }, process.stderr),
    config: {
      token: options.token,
      apiRoot: options.apiRoot,
      mode: 'polling',
      webhookSecret: null,
      publicUrl: 'https://desk.example',
      miniAppUrl: 'https://desk.example/app/',
      consoleUrl: null,
      ownerIds: [],
      temporaryUrl: false,
      demo: false,
      limitFactor: 0,
    },
  });
  desk.onWake((wakes) => {
    for (const kind of wakes) if (kind !== 'feed') telegram.wake(kind);
  });
  process.stdout.write('ready\n');
}

await main();
