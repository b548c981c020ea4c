import type { ConsoleApp } from '../support/electron';
import type { DeskApi } from '../support/deskApi';
import type { Figure } from './report';

/**
 * Two hours of somebody who works two hundred tickets in eight: fifty tickets, each looked at
 * among four others, answered, with what customers write meanwhile.
 */
const TICKETS = 50;
const LOOKED_AT = 5;

/** Kilobytes of all processes of the program, after the page has let go of what it can. */
async function used({ app, window }: ConsoleApp): Promise<number> {
  const session = await window.context().newCDPSession(window);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return app.evaluate(({ app: program }) =>
    program.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
}

/** Memory after two hours' work beside the memory before it, when every part has been used once. */
export async function memory(console: ConsoleApp, customer: DeskApi): Promise<Figure[]> {
  const { window } = console;
  const { items } = await customer.call('GET /tickets', { limit: 20 });
  const work = async (tickets: number) => {
    for (let number = 0; number < tickets; number += 1) {
      for (let look = 0; look < LOOKED_AT; look += 1) {
        await window.keyboard.press('j');
        await window.waitForTimeout(150);
      }
      const composer = window.getByTestId('composer-input');
      if (await composer.isVisible()) {
        await composer.fill(`Ответ ${number}`);
        await window.getByTestId('send').click();
        await window.keyboard.press('Escape');
      }
      const own = items[number % items.length];
      if (own) await customer.call('POST /tickets/{id}/messages', { id: own.id, content: 'Ещё' });
    }
  };
  await work(5);
  const before = await used(console);
  await work(TICKETS);
  const after = await used(console);
  return [
    {
      title: 'memory after two hours of work, beside before',
      runs: [after / before],
      unit: '×',
      atMost: 1.3,
    },
  ];
}
