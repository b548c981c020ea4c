import { createApiClient } from '@tikethet/shared/client';
import { ok } from '../ipc/result';
import { writeOperation } from '../ipc/routes';
import { createConnection } from './connection';
import { createDeskFiles } from './deskFiles';
import type { Engine, EngineOptions } from './engineTypes';
import { presenceState, typingNotice } from './ephemeral';
import { createFeedIntake } from './feedIntake';
import { createFirstLook } from './firstLook';
import { createDirectOutbox } from './outbox/directOutbox';
import { createDiskOutbox } from './outbox/diskOutbox';
import { LONG_QUEUE } from './outbox/pace';
import { filesNamed } from './outbox/pending';
import { createOutboxDesk } from './outboxDesk';
import { createReader } from './reader';
import { createSending } from './sending';
import { createSnapshot } from './snapshot';
import { createAnswers } from './store/answers';
import { createLocalReads } from './store/localReads';
import { openPassingStore, openPersonStore } from './store/personStore';
import { createStoreHealth } from './storeHealth';
import { storeSize } from './storeSize';
import { createThumbnails } from './thumbnails';
import type { TokenSource } from './tokenSource';
import { uploadFile, type OutgoingFile } from './upload';
import { createWorkingSet } from './workingSet';

export type { Engine } from './engineTypes';

/** Milliseconds between two tellings of the queue, however fast it changes. */
const TELL_QUEUE_EVERY = 100;
/** The same of a long one: all that is shown of it crosses to the window each time. */
const TELL_LONG_QUEUE_EVERY = 500;
/** Milliseconds until the feed is read again after the disk refused it. */
const TRY_AGAIN = 5_000;

/**
 * The console's half of the way of data: the replica, the outbox and the feed of one signed-in
 * person. Knows nothing of Electron; its host gives tokens and a folder.
 */
export function createEngine(options: EngineOptions): Engine {
  const { serverUrl, me, tokens, events, backoff = {} } = options;
  const baseUrl = `${serverUrl}/api/v1`;
  let token: string | null = null;
  let caughtUp = false;
  let online = false;
  let madeDo = false;

  /** The token source, remembering its last token for the API client. */
  const source: TokenSource = {
    current: async () => (token = await tokens.current()),
    renew: async (stale) => (token = await tokens.renew(stale)),
  };
  const api = createApiClient({
    baseUrl,
    token: () => token,
    renew: () => source.renew(token),
  });
  const sendFile = (file: OutgoingFile, key: string, onProgress: (share: number) => void) =>
    uploadFile(baseUrl, source, file, onProgress, key);

  const opened = openPersonStore(options.folder, sendFile, () => events.broken());
  const store = opened.ok ? opened.store : openPassingStore(sendFile);
  const { replica, queue, files, own } = store;
  const damaged = opened.ok && opened.store.damaged ? 'damaged' : null;

  const snapshot = createSnapshot(api, replica);
  const health = createStoreHealth({
    problem: opened.ok ? damaged : opened.problem,
    isLoading: () => snapshot.isRunning(),
    changed: (state) => events.store(state),
    defect: (error) => events.defect(error),
  });
  const desk = createOutboxDesk({ replica, queue, me, shown: (tickets) => events.shown(tickets) });
  const local = createLocalReads({
    replica,
    meId: me.id,
    isWhole: () => snapshot.isWhole(),
    views: () => desk.views(),
    own: (id, value) => desk.own(id, value),
  });
  const reader = createReader({
    api,
    local,
    answers: createAnswers(replica.database),
    isOnline: () => online,
    mayAsk: () => firstLook.isOver(),
    received(id, input, value) {
      try {
        return desk.received(id, input, value);
      } catch (error) {
        // What the desk has answered is shown, also when it cannot be kept.
        health.failed(error);
        return value;
      }
    },
    madeDo: () => (madeDo = true),
  });

  let queueTimer: NodeJS.Timeout | undefined;
  function tellQueue(): void {
    const wait = queue.size() > LONG_QUEUE ? TELL_LONG_QUEUE_EVERY : TELL_QUEUE_EVERY;
    queueTimer ??= setTimeout(() => {
      queueTimer = undefined;
      events.outbox(outbox.state());
      thumbnails?.follow();
    }, wait);
  }
  const outbox = createDiskOutbox({
    api,
    queue,
    files,
    own,
    desk,
    meId: me.id,
    events: {
      outcomes: (outcomes) => events.outcomes(outcomes),
      changed: tellQueue,
      refused: (error) => health.failed(error),
    },
    backoff: backoff.outbox,
  });
  const direct = createDirectOutbox({ api, backoff: backoff.outbox });
  const sending = createSending({ files, direct, isOnline: () => online });

  /** The disk refused a change of the replica: the feed is read again from what is kept. */
  function storeFailed(error: unknown): void {
    health.failed(error);
    caughtUp = false;
    setTimeout(() => connection.wake(), TRY_AGAIN);
  }

  function reset(): void {
    reader.forget();
    events.reset();
  }

  const { thumbnailFolder } = store;
  const thumbnails =
    thumbnailFolder === null
      ? null
      : createThumbnails({
          replica,
          folder: thumbnailFolder,
          files: createDeskFiles(serverUrl, source, fetch),
          // Conversations, and much that waits to be sent, come before their pictures.
          mayFetch: () =>
            online && !workingSet.isBusy() && queue.size() - queue.heldSize() <= LONG_QUEUE,
        });

  const workingSet = createWorkingSet({
    api,
    replica,
    snapshot,
    meId: me.id,
    isOnline: () => online,
    loading: () => health.tell(),
    loaded() {
      health.mended();
      // Lists may be answered from here now, and hold what no page of the desk's did.
      events.reset();
    },
    found: reset,
    rested: () => thumbnails?.follow(),
    failed: storeFailed,
  });

  const intake = createFeedIntake({
    replica,
    meId: me.id,
    isSnapshotRunning: () => snapshot.isRunning(),
    tell(kept) {
      health.kept();
      events.events(
        kept.map((event) => desk.overlaid(event)),
        !caughtUp,
      );
      workingSet.completeSoon();
      thumbnails?.follow();
    },
    broken() {
      workingSet.startOver(false);
      reset();
    },
    failed: storeFailed,
  });

  function arrived(cursor: string): void {
    intake.reached(cursor);
    caughtUp = true;
    online = true;
    try {
      if (!snapshot.isWhole() && !snapshot.isRunning()) snapshot.begin();
    } catch (error) {
      storeFailed(error);
    }
    workingSet.completeSoon();
    outbox.wake();
    events.caughtUp();
    // What was given without a connection may be old or not all of it.
    if (madeDo) reset();
    madeDo = false;
  }

  const connection = createConnection({
    serverUrl,
    tokens: source,
    api,
    cursor: () => intake.cursor(),
    backoff: backoff.connection,
    lookEvery: options.lookEvery,
    handlers: {
      event: (value) => intake.event(value),
      ready: arrived,
      reset(position, reason) {
        intake.flush();
        try {
          // Who lost rights must not go on reading what was kept under the old ones.
          workingSet.startOver(reason === 'rights_changed');
        } catch (error) {
          // Told again from the old position, when the disk takes it.
          return storeFailed(error);
        }
        reset();
        arrived(position);
      },
      typing(value) {
        const parsed = typingNotice.safeParse(value);
        if (parsed.success) events.typing(parsed.data);
      },
      presence(value) {
        const parsed = presenceState.safeParse(value);
        if (parsed.success) events.presence(parsed.data);
      },
      state(state) {
        online = state.status === 'online';
        if (!online) caughtUp = false;
        events.connection({ ...state, lastOnlineAt: lastOnline(state.lastOnlineAt) });
      },
    },
  });

  const firstLook = createFirstLook(() => {
    outbox.wake();
    connection.start();
  });

  /** When everything kept here was last true, also over a restart. */
  function lastOnline(at: string | null): string | null {
    if (at === null) return replica.getMeta('lastOnlineAt');
    try {
      replica.write(() => replica.setMeta('lastOnlineAt', at));
    } catch (error) {
      storeFailed(error);
    }
    return at;
  }

  return {
    start() {
      try {
        desk.redrawAll();
        const named = new Set(queue.all().flatMap(({ input }) => filesNamed(input)));
        files.clean(named, new Date(Date.now() - 86_400_000).toISOString());
        health.tell();
      } catch (error) {
        // A full disk, say: what is there can be read and sent all the same.
        health.failed(error);
      }
      events.outbox(outbox.state());
      firstLook.begin(snapshot.isWhole());
    },
    async read(route, input) {
      await firstLook.turnOf(route);
      const result = await reader.read(route, input);
      firstLook.answered(route);
      return result;
    },
    async write(command) {
      const operation = writeOperation(command.route);
      if (operation?.offline !== true) {
        const result = await sending.submit(command);
        return result.ok ? ok({ state: 'done', value: result.value }) : result;
      }
      try {
        outbox.keep(command);
        health.kept();
        return ok({ state: 'kept' });
      } catch (error) {
        return health.refused(error);
      }
    },
    upload: (file, onProgress) =>
      sending.upload(file, onProgress).catch((error: unknown) => health.refused(error)),
    outboxState: () => outbox.state(),
    storeSize: () => storeSize(replica, options.folder, thumbnailFolder),
    decide(key, decision) {
      try {
        return outbox.decide(key, decision);
      } catch (error) {
        return health.refused(error);
      }
    },
    typing: (ticketId) => connection.typing(ticketId),
    viewing: (ticketId) => connection.viewing(ticketId),
    renewed(fresh) {
      token = fresh;
      connection.renewed(fresh);
      outbox.wake();
    },
    wake() {
      firstLook.end();
      connection.wake();
      outbox.wake();
    },
    async stop() {
      const ended = Promise.all([workingSet.stop(), thumbnails?.stop()]);
      clearTimeout(queueTimer);
      firstLook.stop();
      connection.stop();
      direct.stop();
      intake.flush();
      await outbox.stop();
      await ended;
      store.close();
    },
  };
}
