import type { Page } from '@playwright/test';
import { percentile, type Figure } from './report';

const STEPS = 60;
const OPENINGS = 30;
/** Of these that are opened before the list is moved on, none is beside another. */
const PER_PAGE = 3;
/** Milliseconds: a person reads before they go on. A run through the list opens only where it stops. */
const READS = 200;

interface Watched {
  /** Set when a press or a click begins. */
  from: number;
  /** Milliseconds until the conversation of another ticket was painted. */
  took: number | null;
}

/**
 * Keeps, in the page itself, the time from a key or click to the frame after which another
 * ticket's messages stand there.
 */
function watch(): void {
  const watched: Watched = { from: 0, took: null };
  Object.assign(globalThis, { walked: watched });
  const openId = () =>
    document.querySelector<HTMLElement>('[data-testid=conversation]')?.dataset.ticketId;
  const begin = () => {
    const before = openId();
    watched.from = performance.now();
    watched.took = null;
    const look = () => {
      const shown = document.querySelector('[data-testid=conversation] [data-testid=message]');
      if (openId() === before || shown === null) return void requestAnimationFrame(look);
      requestAnimationFrame(() => (watched.took = performance.now() - watched.from));
    };
    requestAnimationFrame(look);
  };
  window.addEventListener('keydown', begin, { capture: true });
  window.addEventListener('mousedown', begin, { capture: true });
}

async function taken(page: Page, act: () => Promise<void>): Promise<number> {
  await act();
  await page.waitForFunction(
    () => (globalThis as unknown as { walked: Watched }).walked.took !== null,
  );
  return page.evaluate(() => (globalThis as unknown as { walked: Watched }).walked.took ?? 0);
}

/**
 * Moves the list on by what it shows.
 * @returns ids of tickets in view of which none has been on screen before and none is beside another
 */
async function turnPage(page: Page): Promise<string[]> {
  const scroller = page.locator(':has(> [role=list])', {
    has: page.getByTestId('inbox-row'),
  });
  await scroller.evaluate((element) => (element.scrollTop += element.clientHeight));
  await page.waitForTimeout(READS);
  return scroller.evaluate((element, count) => {
    const frame = element.getBoundingClientRect();
    const rows = [...element.querySelectorAll<HTMLElement>('[data-testid=inbox-row]')].filter(
      (row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= frame.top && bottom <= frame.bottom;
      },
    );
    return rows
      .filter((_, at) => at % 3 === 1)
      .slice(0, count)
      .flatMap(({ dataset }) => dataset.ticketId ?? []);
  }, PER_PAGE);
}

/** Opening tickets that are on this computer: with a click, and on to the next by its key. */
export async function walking(page: Page): Promise<Figure[]> {
  await page.evaluate(watch);
  const opened: number[] = [];
  const next: number[] = [];
  while (opened.length < OPENINGS) {
    for (const id of await turnPage(page)) {
      await page.waitForTimeout(READS);
      opened.push(
        await taken(page, () =>
          page.locator(`[data-testid=inbox-row][data-ticket-id="${id}"]`).click(),
        ),
      );
    }
  }
  for (let step = 0; step < STEPS; step += 1) {
    await page.waitForTimeout(READS);
    next.push(await taken(page, () => page.keyboard.press('j')));
  }
  return [
    {
      title: 'a kept ticket opens, 95th percentile',
      runs: [percentile(opened, 0.95)],
      unit: 'ms',
      atMost: 100,
    },
    {
      title: 'the next ticket with J, 95th percentile',
      runs: [percentile(next, 0.95)],
      unit: 'ms',
      atMost: 50,
    },
  ];
}
