import type { Page } from '@playwright/test';
import type { Figure } from './report';

const RUNS = 3;
/** Milliseconds of scrolling a run. */
const LASTS = 5_000;
/** Pixels a frame: a brisk wheel. */
const SPEED = 30;

/** Marks the inbox's scroller, and lays a list of plain rows that stand there from the start over it. */
function prepare(): void {
  const list = document.querySelector('[data-testid=inbox-list]');
  const inbox = [...(list?.querySelectorAll('*') ?? [])].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 100 &&
      getComputedStyle(element).overflowY !== 'visible',
  );
  if (inbox === undefined) throw new Error('there is no list to scroll');
  inbox.id = 'scrolled-inbox';
  const { left, top, width, height } = inbox.getBoundingClientRect();
  const plain = document.createElement('div');
  plain.id = 'scrolled-plain';
  Object.assign(plain.style, {
    position: 'fixed',
    overflowY: 'auto',
    zIndex: '1',
    background: 'Canvas',
    ...{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` },
  });
  for (let row = 0; row < 1_000; row += 1) {
    const line = document.createElement('p');
    line.style.cssText = 'height:62px;margin:0;overflow:hidden;box-sizing:border-box;padding:9px';
    line.textContent = `${row} Не приходит код подтверждения на телефон, уже третий день подряд`;
    plain.append(line);
  }
  document.body.append(plain);
}

/** Share of frames (%) that came a frame or more too late while something ran on every frame. */
async function dropped(page: Page, speed: number, what: 'inbox' | 'plain'): Promise<number> {
  return page.evaluate(
    ([lasts, pixels, name]) =>
      new Promise<number>((resolve) => {
        const plain = document.querySelector<HTMLElement>('#scrolled-plain');
        if (plain) plain.style.display = name === 'plain' ? 'block' : 'none';
        const scroller = document.querySelector(`#scrolled-${name}`);
        if (scroller === null) throw new Error('there is no list to scroll');
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
    [LASTS, speed, what] as const,
  );
}

/**
 * Frames lost while the inbox moves. Beside them: with nothing moving, and with the simplest list
 * there is, which tells what a machine that draws without a graphics card loses by itself.
 */
export async function scrolling(page: Page): Promise<Figure[]> {
  const still: number[] = [];
  const plain: number[] = [];
  const inbox: number[] = [];
  await page.evaluate(prepare);
  for (let run = 0; run < RUNS; run += 1) {
    still.push(await dropped(page, 0, 'inbox'));
    plain.push(await dropped(page, SPEED, 'plain'));
    inbox.push(await dropped(page, SPEED, 'inbox'));
  }
  await page.evaluate(() => document.querySelector('#scrolled-plain')?.remove());
  return [
    { title: 'frames lost with nothing moving', runs: still, unit: '%' },
    { title: 'frames lost while a list of plain rows scrolls', runs: plain, unit: '%' },
    { title: 'frames lost while the inbox scrolls', runs: inbox, unit: '%', atMost: 1 },
  ];
}
