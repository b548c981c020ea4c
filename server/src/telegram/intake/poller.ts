import { setTimeout as pause } from 'node:timers/promises';
import { GrammyError, type Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Desk } from '../../domain/desk';
import { findBot } from '../../domain/telegram/bots';
import { lastReceivedAt } from '../../domain/telegram/updates';
import { callApi, describeFailure } from '../api';
import { receiveUpdates } from './receive';
import { isTokenRefused } from '../outbox/classify';
import type { Troubles } from '../troubles';
import { ALLOWED_UPDATES } from './streamOf';

/** Seconds for which Telegram holds the call when nothing happens. */
const HOLD = 25;
/** Milliseconds after which a call that should have been answered is given up. */
const PATIENCE = (HOLD + 10) * 1_000;
const BATCH = 100;
/** Milliseconds before the second try; doubles up to the longest. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** One may be our own call of a moment ago that still hangs; so many are somebody else's. */
const CONFLICTS_TO_TELL = 3;
/** Milliseconds without one after which a conflict is over. */
const CONFLICT_OVER = 60_000;
/** Telegram begins with new update numbers after a week of silence: an old offset means nothing. */
const OFFSET_LIVES = 6 * 86_400_000;

export interface PollerDeps {
  desk: Desk;
  api: Api;
  log: Logger;
  botId: number;
  troubles: Troubles;
  /** Makes Telegram give updates to whoever asks. */
  openDoor: () => Promise<void>;
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
  const now = () => deps.desk.clock().getTime();
  let offset: number | null = null;
  let failures = 0;
  let conflicts = 0;
  // As if one had just been: what an earlier process told of ends as well.
  let conflictAt: number | null = now();
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
      if (failures > 0) {
        deps.log.info('telegram: receiving again');
        await deps.troubles.tokenTaken();
      }
      failures = 0;
      deps.troubles.set('receiving', null);
      if (conflictAt !== null && now() - conflictAt > CONFLICT_OVER) {
        conflictAt = null;
        conflicts = 0;
        await deps.troubles.conflict(false);
      }
    } catch (error) {
      if (signal.aborted) return;
      // What was not stored must be asked for again.
      offset = null;
      failures += 1;
      const problem = describeFailure(error);
      deps.troubles.set('receiving', problem);
      if (isConflict(error)) {
        conflictAt = now();
        conflicts += 1;
      }
      await settle(deps, error, conflicts);
      if (failures === 1 || failures % 10 === 0) {
        deps.log.warn({ problem, failures }, `telegram: ${adviceFor(error)}`);
      }
      const wait = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409;
}

/** Does what can be done about it, and tells whoever can do the rest. */
async function settle(deps: PollerDeps, error: unknown, conflicts: number): Promise<void> {
  if (isTokenRefused(error)) await deps.troubles.tokenRefused();
  if (!isConflict(error)) return;
  if (/webhook is active/.test(describeFailure(error))) {
    await deps.troubles.webhook('somebody registered a webhook, which keeps updates from polling');
    await deps.openDoor().catch(() => undefined);
  } else if (conflicts >= CONFLICTS_TO_TELL) await deps.troubles.conflict(true);
}

function adviceFor(error: unknown): string {
  const code = error instanceof GrammyError ? error.error_code : null;
  if (code === 401 || code === 404) return 'the token is refused; set BOT_TOKEN to a valid one';
  if (code === 409) return 'another program receives the updates of this bot (409); stop it';
  return 'no updates can be received now; trying again';
}
