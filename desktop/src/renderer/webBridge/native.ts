import type { FeedEvent } from '@tikethet/shared/events';
import type { Preferences, Result } from '../../bridge';
import type { NativeBridge, TestStep } from '../../bridge/native';
import { runTestChain } from '../../bridge/testChain';
import type { BridgeEmitter } from './emitter';

/** Milliseconds that the trial may take by the feed. */
const FEED_LIMIT = 8_000;

interface WebNativeOptions {
  emitter: BridgeEmitter;
  preferences: () => Preferences;
  /** Asks the server for a trial. */
  ask: (trialId: string) => Promise<Result<unknown>>;
}

type Problem = TestStep['problem'];

/** What a browser does for the console: notifications while the page is open, and its windows. */
export function createWebNative({ emitter, preferences, ask }: WebNativeOptions): NativeBridge {
  function arrival(trialId: string): Promise<Problem> {
    return new Promise((resolve) => {
      const end = (problem: Problem) => {
        clearTimeout(timer);
        stop();
        resolve(problem);
      };
      const timer = setTimeout(end, FEED_LIMIT, 'silent');
      const stop = emitter.on('events', (events) => {
        const isIt = ({ type, data }: FeedEvent) =>
          type === 'notification.tried' && data.trialId === trialId;
        if (events.some(isIt)) end(null);
      });
    });
  }

  async function server(trialId: string): Promise<Problem> {
    const result = await ask(trialId);
    if (result.ok) return null;
    return result.error.code === 'network' || result.error.code === 'timeout'
      ? 'network'
      : 'refused';
  }

  function system(): Problem {
    if (!('Notification' in window)) return 'unsupported';
    return Notification.permission === 'granted' ? null : 'failed';
  }

  const state: NativeBridge['state'] = () =>
    Promise.resolve({
      platform: 'web',
      notifications: 'Notification' in window,
      reply: false,
      actions: false,
      startsAtLogin: null,
      shortcut: 'unsupported',
      tray: false,
      spelling: 'system',
    });

  return {
    state,
    startAtLogin: async () => ({ ok: true, value: await state() }),
    openWindow(ticketId) {
      window.open(`#/window/${ticketId}`, `tikethet-${ticketId}`, 'popup,width=960,height=760');
      return Promise.resolve({ ok: true, value: null });
    },
    selfTest() {
      const trialId = crypto.randomUUID();
      const arrived = arrival(trialId);
      const links = {
        server: () => server(trialId),
        feed: () => arrived,
        wanted: () => Promise.resolve<Problem>(preferences().notifications ? null : 'off'),
        system: () => Promise.resolve(system()),
      };
      return runTestChain(links, (steps) => emitter.emit('selfTest', steps));
    },
  };
}
