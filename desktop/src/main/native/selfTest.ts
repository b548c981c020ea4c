import { randomUUID } from 'node:crypto';
import type { ConnectionState, Preferences, Result } from '../../bridge';
import type { TestStep } from '../../bridge/native';
import { runTestChain } from '../../bridge/testChain';
import { trial } from '../notifications/kinds';
import type { Notifier } from '../notifications/notifier';
import { quietAt } from '../notifications/quiet';
import type { Texts } from '../texts';

export interface SelfTestOptions {
  /** Asks the server to send a trial to this person's devices. */
  ask(trialId: string): Promise<Result<unknown>>;
  connection(): ConnectionState['status'];
  preferences(): Preferences;
  notifier: Notifier;
  texts: () => Texts;
  /** How far it is. */
  tell(steps: TestStep[]): void;
  now?: () => Date;
}

export interface SelfTest {
  /** A trial has come by the feed. */
  arrived(trialId: string): void;
  /** Goes through the chain, link by link, to the first broken one; never throws. */
  run(): Promise<TestStep[]>;
}

/** Milliseconds that a link may take. */
const LIMITS = { feed: 8_000, system: 4_000 };

type Problem = TestStep['problem'];

/** Checks that a call of the desk gets to the person's eyes: server, feed, choices, system. */
export function createSelfTest(options: SelfTestOptions): SelfTest {
  const { now = () => new Date() } = options;
  /** Trials that were asked for, with what their arrival does. */
  const awaited = new Map<string, () => void>();
  let underway: Promise<TestStep[]> | null = null;

  function late(limit: number, problem: Problem): Promise<Problem> {
    return new Promise((resolve) => setTimeout(resolve, limit, problem));
  }

  async function server(trialId: string): Promise<Problem> {
    const result = await options.ask(trialId);
    if (result.ok) return null;
    const unreachable = result.error.code === 'network' || result.error.code === 'timeout';
    return unreachable ? 'network' : 'refused';
  }

  function feed(arrival: Promise<null>): Promise<Problem> {
    const silent = options.connection() === 'online' ? 'silent' : 'offline';
    return Promise.race([arrival, late(LIMITS.feed, silent)]);
  }

  function system(): Promise<Problem> {
    const shown = new Promise<Problem>((resolve) => {
      options.notifier.show(trial(options.texts()), {
        click: () => resolve(null),
        reply: () => resolve(null),
        markRead: () => resolve(null),
        shown: () => resolve(null),
        failed: (reason) => resolve(reason === 'unsupported' ? 'unsupported' : 'failed'),
      });
    });
    return Promise.race([shown, late(LIMITS.system, 'failed')]);
  }

  async function go(): Promise<TestStep[]> {
    const trialId = randomUUID();
    const arrival = new Promise<null>((resolve) => awaited.set(trialId, () => resolve(null)));
    const steps = await runTestChain(
      {
        server: () => server(trialId),
        feed: () => feed(arrival),
        wanted: () => Promise.resolve(quietAt(options.preferences(), now())),
        system,
      },
      (shown) => options.tell(shown),
    );
    awaited.delete(trialId);
    return steps;
  }

  return {
    arrived: (trialId) => awaited.get(trialId)?.(),
    run: () => (underway ??= go().finally(() => (underway = null))),
  };
}
