import type { Knex } from 'knex';
import { cleanUnusedUploads } from './domain/attachments/cleanUnusedUploads';
import { cleanUploads } from './domain/attachments/cleanUploads';
import { refreshAnswerTimes } from './domain/categories/answerTimes';
import { SYSTEM } from './domain/context';
import type { Desk } from './domain/desk';
import { forgetErased } from './domain/myData/forgetErased';
import { cleanNotifications } from './domain/notifications/cleanNotifications';
import { tellOfPromises } from './domain/notifications/tellOfPromises';
import { recountPromises } from './domain/priorities/recountPromises';
import { sendScheduled } from './domain/scheduled/sendScheduled';
import { cleanSessions } from './domain/sessions/cleanSessions';
import { retagTickets } from './domain/tags/retagTickets';
import { closeResolved } from './domain/tickets/closeResolved';
import { wakeTickets } from './domain/tickets/wakeTickets';
import type { TimedJob } from './jobs';
import { cleanLedgers } from './jobs/retention';
import type { DiskStore } from './storage/diskStore';

interface Deps {
  db: Knex;
  desk: Desk;
  storage: DiskStore;
  clock: () => Date;
}

/** What the worker does by the clock, whether or not anybody asks. */
export function recurringJobs({ db, desk, storage, clock }: Deps) {
  return {
    'close-resolved': {
      cron: '*/5 * * * *',
      run: async () => void (await closeResolved(desk)),
    },
    'wake-tickets': {
      cron: '* * * * *',
      run: async () => void (await wakeTickets(desk)),
    },
    'retag-tickets': { cron: '* * * * *', run: () => retagTickets(desk) },
    'recount-promises': { cron: '* * * * *', run: () => recountPromises(desk) },
    'tell-of-promises': { cron: '* * * * *', run: () => tellOfPromises(desk) },
    'send-scheduled': {
      cron: '* * * * *',
      run: async () => void (await sendScheduled(desk)),
    },
    'answer-times': {
      cron: '*/15 * * * *',
      run: () => desk.run(SYSTEM, refreshAnswerTimes),
    },
    'clean-uploads': {
      cron: '17 * * * *',
      run: async () => {
        await cleanUnusedUploads(desk, storage);
        await cleanUploads(desk, storage);
        await storage.cleanStaged(clock());
      },
    },
    'clean-sessions': { cron: '29 3 * * *', run: () => cleanSessions(desk) },
    'clean-notifications': {
      cron: '53 3 * * *',
      run: () => cleanNotifications(db, clock()),
    },
    'forget-erased': { cron: '7 4 * * *', run: () => forgetErased(db, clock()) },
    'clean-ledgers': { cron: '41 3 * * *', run: () => cleanLedgers(db, clock()) },
  } satisfies Record<string, TimedJob>;
}
