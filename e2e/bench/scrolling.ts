import type { Page } from '@playwright/test';
import type { Figure } from './report';

const RUNS = 3;
/** Milliseconds of scrolling a run. */
const LASTS = 5_000;
/** Pixels a frame: a brisk wheel. */
const SPEED = 30;

/** Share of frames (%) that came a frame or more too late while something ran on every frame. */
async function dropped(page: Page, speed: number): Promise<number> {
  return page.evaluate(
    ([lasts, pixels]) =>
      new Promise<number>((resolve) => {
        const list = document.querySelector('[data-testid=inbox-list]');
        const scroller = [...(list?.querySelectorAll('*') ?? [])].find(
          (element) =>
            element.scrollHeight > element.clientHeight + 100 &&
            getComputedStyle(element).overflowY !== 'visible',
        );
        if (scroller === undefined) throw new Error('there is no list to scroll');
        const times: number[] = [];
        const step = (now: number) => {
          times.push(now);
          scroller.scrollTop += pixels;
          if (now - (times[0] ?? now) < lasts) return void requestAnimationFrame(step);
          const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
          const frame = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 16;
          const late = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0);
          resolve((100 * late) / (gaps.length + late));
        };
        requestAnimationFrame(step);
      }),
    [LASTS, speed] as const,
  );
}

/** Frames lost while the list moves, beside those that this machine loses with nothing moving. */
export async function scrolling(page: Page): Promise<Figure[]> {
  const still: number[] = [];
  const moving: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    still.push(await dropped(page, 0));
    moving.push(await dropped(page, SPEED));
  }
  return [
    { title: 'frames lost with nothing moving', runs: still, unit: '%' },
    { title: 'frames lost while the inbox scrolls', runs: moving, unit: '%', atMost: 1 },
  ];
}
