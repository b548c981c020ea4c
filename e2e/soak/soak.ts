import { chance } from '../support/chance';
import { ADMIN } from '../support/people';
import type { DemoServer } from '../support/server';
import { startSyncConsole } from '../support/syncConsole';
import { startTcpProxy } from '../support/tcpProxy';
import { drive, type Damage } from './drive';
import { prepareGround } from './ground';
import { planSteps, type SoakSize } from './plan';
import { verify, type Verdict } from './verify';

export interface SoakResult {
  verdict: Verdict;
  damage: Damage;
  /** Starts of the engine. */
  starts: number;
  files: number;
  replies: number;
  /** Seconds until the last command was taken. */
  seconds: number;
}

/**
 * A console works through a network that is cut, delayed, reordered and half closed, while its
 * engine is killed again and again. What was done is then looked for at the desk, in the console
 * and in the chats.
 * @param seed the same seed makes the same plan
 */
export async function soak(
  server: DemoServer,
  size: SoakSize,
  seed: number,
  progress: (line: string) => void,
): Promise<SoakResult> {
  const random = chance(seed);
  const ground = await prepareGround(server, size.tickets);
  const steps = planSteps(size, random);
  const proxy = await startTcpProxy({ target: server.url, random, reorder: 40, delay: 60 });
  const console = await startSyncConsole({
    url: proxy.url,
    deskUrl: server.url,
    personId: ADMIN,
  });
  try {
    const began = Date.now();
    const damage = await drive({
      ...{ console, proxy, size, steps, random, progress },
      tickets: ground.tickets,
    });
    const seconds = (Date.now() - began) / 1_000;
    progress(`all sent after ${seconds.toFixed(0)} s; looking at what came of it`);
    const verdict = await verify({ server, console, ground, steps });
    return {
      verdict,
      damage,
      starts: console.starts(),
      files: steps.filter(({ file }) => file !== null).length,
      replies: steps.filter(({ kind }) => kind === 'reply').length,
      seconds,
    };
  } finally {
    await console.stop();
    await proxy.close();
  }
}
