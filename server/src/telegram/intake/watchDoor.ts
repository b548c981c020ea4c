import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from 'grammy';
import { z } from 'zod';
import { callApi } from '../api';
import type { TelegramSettings } from '../settings';
import {
  doorProblems,
  MENDED_BY_REGISTERING,
  type DoorInfo,
  type DoorProblem,
} from './doorProblems';
import { chooseDoor, webhookUrl } from './setUp';
import { ALLOWED_UPDATES } from './streamOf';

const PATIENCE = 10_000;
/** Milliseconds added to two looks: an error of the look before last is over. Telegram counts seconds. */
const FRESH_SLACK = 2_000;

export interface WatchDeps {
  api: Api;
  settings: TelegramSettings;
  /** Milliseconds between two looks. */
  every: number;
  now: () => number;
  /** Called after each look with what is wrong, in words, or null. */
  report: (problem: string | null) => Promise<void>;
  /** Called when the look itself failed, so many times in a row. */
  failed: (error: unknown, times: number) => void;
}

const answer = z.object({
  url: z.string(),
  pending_update_count: z.number().int(),
  last_error_date: z.number().int().optional(),
  last_error_message: z.string().optional(),
  allowed_updates: z.array(z.string()).optional(),
});

function readInfo(result: unknown): DoorInfo {
  const info = answer.parse(result);
  return {
    url: info.url,
    pendingUpdates: info.pending_update_count,
    lastErrorAt: info.last_error_date === undefined ? null : info.last_error_date * 1_000,
    lastErrorMessage: info.last_error_message ?? '',
    allowedUpdates: info.allowed_updates ?? null,
  };
}

/**
 * Looks at how Telegram hands over updates, until `signal` fires. A wrong registration is replaced
 * at once; when updates do not get through, it is made anew once, which also renews the secret.
 */
export async function watchDoor(deps: WatchDeps, signal: AbortSignal): Promise<void> {
  const { api, settings, every } = deps;
  const url = settings.mode === 'webhook' ? webhookUrl(settings) : null;
  const door = { url, allowedUpdates: ALLOWED_UPDATES };
  let pending: number[] = [];
  let troubled = false;
  let failures = 0;
  while (!signal.aborted) {
    await pause(every, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const info = readInfo(await callApi(api, 'getWebhookInfo', {}, PATIENCE, signal));
      const fresh = 2 * every + FRESH_SLACK;
      const problems = doorProblems(info, door, pending, deps.now(), fresh);
      pending = [...pending, info.pendingUpdates].slice(-2);
      const registers = problems.some((one) => MENDED_BY_REGISTERING.has(one)) || !troubled;
      troubled = problems.length > 0;
      await deps.report(troubled ? inWords(problems, info) : null);
      if (troubled && registers) await chooseDoor(api, settings);
      failures = 0;
    } catch (error) {
      failures += 1;
      if (!signal.aborted) deps.failed(error, failures);
    }
  }
}

const WORDS: Record<DoorProblem, (info: DoorInfo) => string> = {
  unexpected: ({ url }) => `a webhook is registered (${url}) although updates are polled`,
  missing: () => 'no webhook is registered',
  wrongUrl: ({ url }) => `the webhook leads to ${url}`,
  allowedUpdates: ({ allowedUpdates }) =>
    `the webhook is asked for other updates (${allowedUpdates?.join(', ') ?? 'the default'})`,
  failing: ({ lastErrorMessage }) => `Telegram cannot hand over updates: ${lastErrorMessage}`,
  pending: ({ pendingUpdates }) => `more and more updates wait at Telegram (${pendingUpdates})`,
};

function inWords(problems: readonly DoorProblem[], info: DoorInfo): string {
  return problems.map((problem) => WORDS[problem](info)).join('; ');
}
