import { setTimeout as pause } from 'node:timers/promises';
import { GrammyError, type Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Desk } from '../../domain/desk';
import { findBot } from '../../domain/telegram/bots';
import { lastReceivedAt } from '../../domain/telegram/updates';
import { callApi, describeFailure } from '../api';
import { receiveUpdates } from './receive';
import { ALLOWED_UPDATES } from './streamOf';

/** Seconds for which Telegram holds the call when nothing happens. */
const HOLD = 25;
/** Milliseconds after which a call that should have been answered is given up. */
const PATIENCE = (HOLD + 10) * 1_000;
const BATCH = 100;
/** Milliseconds before the second try; doubles up to the longest. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Telegram begins with new update numbers after a week of silence: an old offset means nothing. */
const OFFSET_LIVES = 6 * 86_400_000;

export interface PollerDeps {
  desk: Desk;
  api: Api;
  log: Logger;
  botId: number;
  /** Called with null after a good answer, else with what is wrong. */
  report: (problem: string | null) => void;
}

async function firstOffset({ desk, botId }: PollerDeps): Promise<number> {
  const last = await lastReceivedAt(desk.db, botId);
  if (last === null || desk.clock().getTime() - last.getTime() > OFFSET_LIVES) return 0;
  return (await findBot(desk.db, botId))?.nextOffset ?? 0;
}

/**
 * Asks Telegram for updates until `signal` fires. Each batch is in the ledger, with the offset
 * after it, before the next call tells Telegram to forget it.
 */
export async function poll(deps: PollerDeps, signal: AbortSignal): Promise<void> {
  let offset: number | null = null;
  let failures = 0;
  while (!signal.aborted) {
    try {
      offset ??= await firstOffset(deps);
      const updates = (await callApi(
        deps.api,
        'getUpdates',
        { offset, limit: BATCH, timeout: HOLD, allowed_updates: ALLOWED_UPDATES },
        PATIENCE,
        signal,
      )) as Update[];
      const last = updates.at(-1);
      if (last !== undefined) {
        offset = last.update_id + 1;
        await receiveUpdates(deps.desk, deps.botId, updates, offset);
      }
      if (failures > 0) deps.log.info('telegram: receiving again');
      failures = 0;
      deps.report(null);
    } catch (error) {
      if (signal.aborted) return;
      // What was not stored must be asked for again.
      offset = null;
      failures += 1;
      const problem = describeFailure(error);
      deps.report(problem);
      if (failures === 1 || failures % 10 === 0) {
        deps.log.warn({ problem, failures }, `telegram: ${adviceFor(error)}`);
      }
      const wait = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

function adviceFor(error: unknown): string {
  const code = error instanceof GrammyError ? error.error_code : null;
  if (code === 401 || code === 404) return 'the token is refused; set BOT_TOKEN to a valid one';
  if (code === 409) return 'somebody else receives the updates of this bot; stop them';
  return 'no updates can be received now; trying again';
}
