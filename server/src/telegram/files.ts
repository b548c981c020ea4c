import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '@tikethet/shared/contracts';
import { GrammyError, type Api } from 'grammy';
import type { Logger } from 'pino';
import { z } from 'zod';
import { completeFetch, failFetch } from '../domain/attachments/completeFetch';
import { TELEGRAM_FETCH_LIMIT } from '../domain/attachments/expectFile';
import { dropStored, receiveFromTelegram } from '../domain/attachments/receiveFile';
import { waitingFiles, type WaitingFile } from '../domain/attachments/waitingFiles';
import { SYSTEM } from '../domain/context';
import { deliverTo, LANES } from '../domain/deliveries/queueDelivery';
import type { Desk } from '../domain/desk';
import type { FileStore } from '../storage/fileStore';
import { callApi, describeFailure } from './api';
import { tooLargeWords } from './content/sayTooLarge';
import type { TelegramSettings } from './settings';
import { t } from './texts';

const PARALLEL = 3;
const LOOK_AT = 50;
/** Milliseconds. */
const POLL = 1_000;
const ASK_TIMEOUT = 15_000;
const FETCH_TIMEOUT = 60_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 5 * 60_000;
/** Telegram keeps files, its servers come back: only then is a file given up. */
const GIVE_UP_AFTER = 24 * 60 * 60_000;

export interface FileFetcherDeps {
  desk: Desk;
  api: Api;
  log: Logger;
  storage: FileStore;
  settings: TelegramSettings;
}

const fileAnswer = z.object({ file_path: z.string().min(1), file_size: z.number().optional() });

class TooLarge extends Error {}

/** Passes bytes on until there are more than Telegram gives. */
function limited(): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > TELEGRAM_FETCH_LIMIT ? new TooLarge() : null, chunk);
    },
  });
}

/**
 * Fetches the files that people sent in Telegram, after their messages are stored. What waits is in
 * the database, so a restart goes on with it; only the pauses between tries are forgotten.
 */
export class FileFetcher {
  readonly #tries = new Map<string, { failures: number; notBefore: number }>();
  #wakeUp = new AbortController();

  constructor(private readonly deps: FileFetcherDeps) {}

  /** A message with a file may have been stored. */
  wake(): void {
    this.#wakeUp.abort();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#wakeUp = new AbortController();
      const either = AbortSignal.any([signal, this.#wakeUp.signal]);
      await this.#round(signal).catch((error: unknown) => {
        this.deps.log.error({ err: error }, 'telegram: waiting files could not be read');
      });
      await pause(POLL, undefined, { signal: either }).catch(() => undefined);
    }
  }

  async #round(signal: AbortSignal): Promise<void> {
    const { desk } = this.deps;
    const clock = desk.clock();
    const now = clock.getTime();
    const waiting = await waitingFiles(desk.db, clock, LOOK_AT);
    const due = waiting.filter(
      (file) => (this.#tries.get(file.attachmentId)?.notBefore ?? 0) <= now,
    );
    const next = due.values();
    const worker = async () => {
      for (const file of next) if (!signal.aborted) await this.#take(file, signal);
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
  }

  async #take(file: WaitingFile, signal: AbortSignal): Promise<void> {
    try {
      await this.#fetch(file, signal);
      this.#tries.delete(file.attachmentId);
    } catch (error) {
      if (signal.aborted) return;
      await this.#fail(file, error);
    }
  }

  async #fetch(file: WaitingFile, signal: AbortSignal): Promise<void> {
    const { desk, api, storage } = this.deps;
    const params = { file_id: file.telegramFileId };
    const answer = await callApi(api, 'getFile', params, ASK_TIMEOUT, signal);
    const staged = await storage.stage();
    try {
      const { file_path: path, file_size: size } = fileAnswer.parse(answer);
      await this.#download(path, staged, signal);
      // Cut in the middle, or a page of a proxy: Telegram knows how long it is.
      const came = (await stat(staged)).size;
      if (size !== undefined && came !== size) throw new Error(`${came} of ${size} bytes came`);
    } catch (error) {
      await storage.discard(staged);
      throw error;
    }
    const stored = await receiveFromTelegram(storage, staged, file.fileName);
    const { attachmentId } = file;
    const wanted = await desk.run(SYSTEM, (ctx) =>
      completeFetch(ctx, { attachmentId, file: stored }),
    );
    if (!wanted) await dropStored(storage, stored);
  }

  async #download(path: string, staged: string, stop: AbortSignal): Promise<void> {
    const { apiRoot, token } = this.deps.settings;
    const signal = AbortSignal.any([stop, AbortSignal.timeout(FETCH_TIMEOUT)]);
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new Error(`the file server answered ${response.status}`);
    }
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    await pipeline(body, limited(), createWriteStream(staged, { mode: 0o600 }));
  }

  /** Tries again later, or tells the person that the file will not come. */
  async #fail(file: WaitingFile, error: unknown): Promise<void> {
    const { desk, log } = this.deps;
    const now = desk.clock();
    const refusal = error instanceof GrammyError ? error.description : '';
    const tooLarge = error instanceof TooLarge || /file is too big/.test(refusal);
    const hopeless = /invalid file_id|wrong file_id|wrong file identifier/i.test(refusal);
    const tooOld = now.getTime() - file.since.getTime() > GIVE_UP_AFTER;
    if (!tooLarge && !hopeless && !tooOld) {
      const failures = (this.#tries.get(file.attachmentId)?.failures ?? 0) + 1;
      const wait = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
      this.#tries.set(file.attachmentId, { failures, notBefore: now.getTime() + wait });
      log.warn({ problem: describeFailure(error), failures }, 'telegram: a file did not come');
      return;
    }
    this.#tries.delete(file.attachmentId);
    await desk.run(SYSTEM, async (ctx) => {
      const state = tooLarge ? 'TOO_LARGE' : 'FAILED';
      const { attachmentId, uploader } = file;
      if (!(await failFetch(ctx, { attachmentId, state })) || uploader === null) return;
      const { html, keyboard } = this.#regret(file, uploader.language, tooLarge);
      await deliverTo(ctx, uploader, {
        kind: 'CALL',
        lane: LANES.person,
        payload: {
          method: 'sendMessage',
          params: {
            chat_id: uploader.telegramId,
            text: html,
            parse_mode: 'HTML',
            ...(keyboard ? { reply_markup: keyboard } : {}),
          },
        },
      });
    });
  }
  /** What the person reads whose file will not come. */
  #regret(
    { fileName, size, ticketNumber: number }: WaitingFile,
    language: Language,
    tooLarge: boolean,
  ) {
    if (!tooLarge || number === null) {
      const key = tooLarge ? 'ticket.tooLarge' : 'ticket.cannotFetch';
      return { html: t(language, key, { name: fileName }), keyboard: undefined };
    }
    return tooLargeWords(this.deps.settings, language, { number }, size);
  }
}
