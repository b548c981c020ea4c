import type { DesktopBridge } from '../../desktop/src/bridge';
import { launchConsole, type ConsoleApp } from '../support/electron';
import type { DemoServer } from '../support/server';
import { startConsole } from './coldStart';
import { KEEP_NAMES } from './inPage';
import { percentile, type Figure } from './report';

const STARTS = 5;
/** How often each question is asked. */
const ROUNDS = 4;

/**
 * What people type: words in Russian and English, other forms of them, beginnings, several at once,
 * typing mistakes (found by trigrams), numbers, and what is nowhere.
 */
const QUESTIONS = [
  ...[
    'оплате',
    'оплатой',
    'предмет',
    'ошибка при оплате',
    'не приходит код',
    'refund',
    'game stops',
  ],
  ...['о', 'пот', 'ref', 'сообщение 3'],
  ...['обишка', 'придмет', 'refnud', 'singin'],
  ...['#77777', '4242', 'кактус', 'zebra crossing'],
];

/** Milliseconds of every answer, asked through the bridge as the search field does it. */
async function ask({ window }: ConsoleApp): Promise<number[]> {
  return window.evaluate(
    async ([questions, rounds]) => {
      const { tikethet } = globalThis as unknown as { tikethet: DesktopBridge };
      const times: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        for (const search of questions) {
          const began = performance.now();
          const found = await tikethet.read('GET /tickets', { search, limit: 50 });
          if (!found.ok) throw new Error(`${search}: ${found.error.code}`);
          // The first round warms up what a person at work has long warmed up.
          if (round > 0) times.push(performance.now() - began);
        }
      }
      return times;
    },
    [QUESTIONS, ROUNDS] as const,
  );
}

/** Starting and searching while the desk cannot be reached. */
export async function withoutNetwork(server: DemoServer, userData: string): Promise<Figure[]> {
  await server.stop();
  try {
    const starts: number[] = [];
    for (let run = 0; run < STARTS; run += 1) {
      starts.push(await startConsole(server.url, userData));
    }
    const console = await launchConsole({ serverUrl: server.url, userData });
    try {
      await console.window.waitForSelector('[data-testid=inbox-row]');
      await console.window.evaluate(KEEP_NAMES);
      const answers = await ask(console);
      return [
        {
          title: 'start to the inbox without a network',
          runs: starts,
          unit: 'ms',
          atMost: 2_000,
        },
        {
          title: 'search without a network, 95th percentile',
          runs: [percentile(answers, 0.95)],
          unit: 'ms',
          atMost: 50,
        },
      ];
    } finally {
      await console.close();
    }
  } finally {
    await server.start();
  }
}
