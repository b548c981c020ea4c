import { Logger as WorkerLogger, parseCronItems, run } from 'graphile-worker';
import type { Knex } from 'knex';
import { Pool } from 'pg';
import type { Logger } from 'pino';

/** A job: it may run twice, and must then do no harm. */
export type Job = () => Promise<void>;

export interface TimedJob {
  run: Job;
  /** Five fields, UTC. */
  cron: string;
}

/** Milliseconds between signs of life; workers silent for a minute are dead. */
const HEARTBEAT = 15_000;

/**
 * Runs background jobs. graphile-worker keeps a job locked for four hours when its process was
 * killed; our heartbeat tells which workers are dead, and frees what they held.
 */
export async function startJobs(deps: {
  url: string;
  db: Knex;
  log: Logger;
  jobs: Readonly<Record<string, TimedJob>>;
}): Promise<{ stop(): Promise<void> }> {
  const { db, log } = deps;
  const pool = new Pool({ connectionString: deps.url, max: 4, application_name: 'tikethet jobs' });
  const lost = (error: Error) => log.warn({ err: error }, 'jobs: connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const names = Object.keys(deps.jobs);
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    logger: new WorkerLogger(
      () => (level, message) =>
        /^(error|warning)$/.test(level) ? log.warn(message) : log.debug(message),
    ),
    taskList: Object.fromEntries(names.map((name) => [name, () => deps.jobs[name]?.run()])),
    parsedCronItems: parseCronItems(
      names.map((name) => ({ task: name, match: deps.jobs[name]?.cron ?? '' })),
    ),
  });
  const workers = new Set<string>();
  runner.events.on('worker:create', ({ worker }) => workers.add(worker.workerId));

  const beat = async () => {
    const now = new Date();
    for (const id of workers) {
      await db('worker_heartbeats')
        .insert({ worker_id: id, seen_at: now })
        .onConflict('worker_id')
        .merge();
    }
    const dead = new Date(now.getTime() - 4 * HEARTBEAT);
    await db('worker_heartbeats').where('seen_at', '<', dead).delete();
    await db.raw(
      `select graphile_worker.force_unlock_workers(array(
         select distinct locked_by from graphile_worker._private_jobs
         where locked_by is not null and locked_at < ?
           and locked_by not in (select worker_id from worker_heartbeats)))`,
      [dead],
    );
  };
  const beatSafely = () =>
    beat().catch((error: unknown) => log.warn({ err: error }, 'jobs: heartbeat failed'));
  void beatSafely();
  const timer = setInterval(() => void beatSafely(), HEARTBEAT);

  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop();
      await pool.end();
    },
  };
}
