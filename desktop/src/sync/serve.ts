import { ApiError } from '@tikethet/shared/client';
import type { Result } from '../bridge';
import { fail, failure, ok } from '../ipc/result';
import { createEngine, type Engine } from './engine';
import { toEngine, type EngineCall, type FromEngine, type ToEngine } from './protocol';
import { createRemoteTokens } from './remoteTokens';

/** The engine's end of a message channel. */
export interface EnginePort {
  send(message: FromEngine): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Ends the process: main starts it anew. */
  end(): void;
}

/** Puts an engine behind a message port: the body of the sync process. */
export function serveEngine(port: EnginePort): void {
  let engine: Engine | null = null;
  const tokens = createRemoteTokens((message) => port.send(message));

  function defect(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.send({ type: 'defect', text });
  }

  async function start({ serverUrl, me, folder }: ToEngine & { type: 'start' }) {
    // At once, when none runs: calls may come in the same turn.
    if (engine !== null) await engine.stop();
    engine = createEngine({
      serverUrl,
      me,
      folder,
      tokens,
      events: {
        events: (events, replayed) => port.send({ type: 'events', events: [...events], replayed }),
        caughtUp: () => port.send({ type: 'caughtUp' }),
        connection: (state) => port.send({ type: 'connection', state }),
        reset: () => port.send({ type: 'reset' }),
        typing: (notice) => port.send({ type: 'typing', notice }),
        presence: (state) => port.send({ type: 'presence', state }),
        outbox: (state) => port.send({ type: 'outbox', state }),
        outcomes: (outcomes) => port.send({ type: 'outcomes', outcomes: [...outcomes] }),
        shown: (tickets) => port.send({ type: 'shown', tickets: [...tickets] }),
        store: (state) => port.send({ type: 'store', state }),
        broken: () => port.end(),
        defect,
      },
    });
    engine.start();
  }

  function run(id: number, call: EngineCall): Promise<Result<unknown>> {
    if (engine === null) return Promise.resolve(fail('unauthorized', 401));
    switch (call.method) {
      case 'read':
        return engine.read(call.route, call.input);
      case 'write':
        return engine.write(call);
      case 'upload':
        return engine.upload(call.file, (share) => port.send({ type: 'progress', id, share }));
      case 'outbox':
        return Promise.resolve(ok(engine.outboxState()));
      case 'storeSize':
        return Promise.resolve(ok(engine.storeSize()));
      case 'decide':
        return Promise.resolve(engine.decide(call.key, call.decision));
    }
  }

  async function stop(): Promise<void> {
    const stopping = engine;
    engine = null;
    await stopping?.stop();
    port.send({ type: 'stopped' });
  }

  async function answer(id: number, call: EngineCall): Promise<void> {
    const result = await run(id, call).catch((error: unknown) => {
      if (!(error instanceof ApiError)) defect(error);
      return failure(error);
    });
    port.send({ type: 'answer', id, result });
  }

  port.onMessage((value) => {
    // Main and engine come from one build: what does not parse is a defect, and ends the process,
    // which main notices and starts anew.
    const message = toEngine.parse(value);
    switch (message.type) {
      case 'start':
        return void start(message);
      case 'call':
        return void answer(message.id, message.call);
      case 'token':
        return tokens.answer(message.id, message.answer);
      case 'renewed':
        return engine?.renewed(message.token);
      case 'typing':
        return engine?.typing(message.ticketId);
      case 'viewing':
        return engine?.viewing(message.ticketId);
      case 'wake':
        return engine?.wake();
      case 'stop':
        return void stop();
    }
  });
}
