import { setTimeout as pause } from 'node:timers/promises';
import { GrammyError } from 'grammy';
import { z } from 'zod';
import { writeAvatar } from '../domain/attachments/images/writeAvatar';
import { SYSTEM } from '../domain/context';
import {
  dueAvatars,
  keepAvatar,
  type AvatarAnswer,
  type DueAvatar,
} from '../domain/people/avatars';
import { newFileKey } from '../storage/fileKey';
import { callApi, describeFailure } from './api';
import type { FileFetcherDeps } from './files';

/** Milliseconds. */
const POLL = 2_000;
const ASK_TIMEOUT = 15_000;
const FETCH_TIMEOUT = 20_000;
/** Between two people. */
const BREATH = 250;
const AT_ONCE = 10;
/** Bytes; a profile picture has a few ten thousand. */
const MOST = 5 * 1024 * 1024;
/** Pixels that are enough. */
const WANTED = 216;

const photosAnswer = z.object({
  photos: z.array(
    z.array(z.object({ file_id: z.string(), file_unique_id: z.string(), width: z.number() })),
  ),
});
const fileAnswer = z.object({ file_path: z.string().min(1) });

/**
 * Fetches the profile pictures of people who have written to the bot or use the Mini App: for staff,
 * and for themselves (the address that the launch data name lies on a host that the page may not load
 * from, and would tell that host who reads). One after another, with a breath between them: nobody
 * waits for a picture. When Telegram asks for patience, it gets it.
 */
export async function fetchAvatars(deps: FileFetcherDeps, signal: AbortSignal): Promise<void> {
  const { desk, log } = deps;
  while (!signal.aborted) {
    try {
      for (const due of await dueAvatars(desk.db, desk.clock(), AT_ONCE)) {
        if (signal.aborted) return;
        let wait = BREATH;
        const answer = await ask(deps, due, signal).catch((error: unknown): AvatarAnswer => {
          log.debug({ problem: describeFailure(error) }, 'telegram: no profile picture');
          wait = Math.max(BREATH, patienceOf(error));
          return 'failed';
        });
        await desk.run(SYSTEM, (ctx) => keepAvatar(ctx, due.userId, answer));
        await pause(wait, undefined, { signal });
      }
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'telegram: profile pictures failed');
    }
    await pause(POLL, undefined, { signal }).catch(() => undefined);
  }
}

/** Milliseconds that Telegram wants to be left alone; 0: it does not say so. */
function patienceOf(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1_000 : 0;
}

async function ask(
  { api, storage, settings }: FileFetcherDeps,
  { telegramId, uniqueId }: DueAvatar,
  stop: AbortSignal,
): Promise<AvatarAnswer> {
  const params = { user_id: telegramId, limit: 1 };
  const { photos } = photosAnswer.parse(
    await callApi(api, 'getUserProfilePhotos', params, ASK_TIMEOUT, stop),
  );
  const sizes = [...(photos[0] ?? [])].sort((a, b) => a.width - b.width);
  const size = sizes.find(({ width }) => width >= WANTED) ?? sizes.at(-1);
  if (size === undefined) return null;
  // The largest size names the picture, whichever of them is fetched.
  const name = sizes.at(-1)?.file_unique_id ?? size.file_unique_id;
  if (name === uniqueId) return 'same';
  const { file_path: path } = fileAnswer.parse(
    await callApi(api, 'getFile', { file_id: size.file_id }, ASK_TIMEOUT, stop),
  );
  const signal = AbortSignal.any([stop, AbortSignal.timeout(FETCH_TIMEOUT)]);
  const response = await fetch(`${settings.apiRoot}/file/bot${settings.token}/${path}`, { signal });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`the file server answered ${response.status}`);
  }
  const staged = await storage.stage();
  try {
    await writeAvatar(await readBounded(response.body), staged);
    const key = newFileKey();
    await storage.put(key, staged);
    return { key, uniqueId: name };
  } finally {
    await storage.discard(staged);
  }
}

/** Whatever its length is said to be. @throws when it is too large to be a profile picture */
async function readBounded(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST) throw new Error('the picture is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
