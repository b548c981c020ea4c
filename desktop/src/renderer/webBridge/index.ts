import type { DesktopBridge } from '../../bridge';
import { DelayedWrites } from './delayedWrites';
import { BridgeEmitter } from './emitter';
import { createFaces } from './faces';
import { LiveFeed } from './live';
import { createWebNative } from './native';
import { notifyOf } from './notify';
import { createPreferences } from './preferences';
import { toResult } from './result';
import { WebSession } from './session';
import { uploadFile } from './upload';

/** The bridge of the browser preview: online only, straight to the API of the same origin. */
export function createWebBridge(): DesktopBridge {
  const emitter = new BridgeEmitter();
  const session = new WebSession(emitter, (token) => live.renewed(token));
  const live = new LiveFeed(emitter, session);
  const preferences = createPreferences((value) => emitter.emit('preferences', value));
  const delayed = new DelayedWrites();
  // Closing the tab sends what was about to go.
  window.addEventListener('pagehide', () => delayed.sendAll());
  let meId: string | null = null;

  emitter.on('session', (state) => {
    meId = state.status === 'signedIn' ? state.user.id : null;
    if (meId === null) live.stop();
    else live.start();
  });
  emitter.on('events', (events) => {
    if (meId === null) return;
    for (const event of events) notifyOf(event, preferences.current(), emitter);
  });

  return {
    kind: 'web',
    session,
    program: null,
    native: createWebNative({
      emitter,
      preferences: () => preferences.current(),
      ask: (trialId) => toResult(session.api('POST /notifications/trial', { trialId })),
    }),
    read: async (route, input) => {
      await live.placed();
      return toResult(session.api(route, input));
    },
    write: (route, input, key, kept, { dueAt } = {}) => {
      // Nothing is kept in the browser: what is sent, or soon will be, is shown.
      kept();
      const lane = 'id' in input ? `${route.split('/')[1]}:${String(input.id)}` : key;
      return delayed.run(lane, key, dueAt, () =>
        toResult(session.api(route, input, { idempotencyKey: key })),
      );
    },
    outbox: {
      state: () => Promise.resolve({ unsent: 0, held: 0, items: [] }),
      decide: (key, { action }) => Promise.resolve(delayed.decide(key, action)),
    },
    upload: (file, onProgress) => toResult(uploadFile(session.tokens, file, onProgress)),
    // The browser's dialog also saves as PDF.
    paper: {
      print: () => {
        window.print();
        return Promise.resolve({ ok: true, value: null });
      },
      savePdf: null,
    },
    storeSize: () => Promise.resolve(null),
    fileUrl: (path) => path,
    faceUrl: createFaces(session.tokens),
    saveFile: ({ url, fileName }) => {
      const link = document.createElement('a');
      link.href = url;
      link.download = fileName;
      link.click();
      return Promise.resolve({ ok: true, value: null });
    },
    typing: (ticketId) => live.typing(ticketId),
    viewing: (ticketId) => live.viewing(ticketId),
    openExternal: (url) => {
      // `noopener` makes the answer null even when it opened: there is no failure to report.
      window.open(url, '_blank', 'noopener');
      return Promise.resolve({ ok: true, value: null });
    },
    preferences: { get: preferences.get, set: preferences.set },
    on: (name, listener) => emitter.on(name, listener),
  };
}
