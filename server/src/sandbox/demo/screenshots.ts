import { pixelText } from './pixelText';

export type Screenshot = 'crash' | 'lag' | 'ban' | 'chat' | 'shop' | 'base';

const WIDTH = 960;
const HEIGHT = 540;

/** A landscape of the game: sky, hills, ground, and the bars along the lower edge. */
function scene(sky: [string, string], hills: [string, string], inside: string): string {
  const slots = Array.from({ length: 9 }, (_, index) => {
    const x = 282 + index * 44;
    return `<rect x="${x}" y="486" width="40" height="40" fill="#0008" stroke="#fff6" stroke-width="2"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <linearGradient id="s" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#s)"/>
    <circle cx="760" cy="110" r="44" fill="#fff4d6"/>
    <path d="M0 330l120-90 110 70 150-140 170 150 130-80 120 70 160-120v350H0z" fill="${hills[0]}"/>
    <path d="M0 400l160-50 220 60 260-70 320 60v140H0z" fill="${hills[1]}"/>
    ${slots.join('')}
    <rect x="282" y="466" width="180" height="10" fill="#c0392b"/><rect x="498" y="466" width="180" height="10" fill="#d9a441"/>
    ${inside}</svg>`;
}

function panel(x: number, y: number, width: number, height: number, inside: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="#14161be6" stroke="#ffffff40" stroke-width="2"/>${inside}`;
}

function lines(rows: readonly [text: string, colour: string][], x: number, y: number): string {
  return rows
    .map(([text, fill], index) => pixelText(text, { x, y: y + index * 28, size: 3, fill }))
    .join('');
}

const day: [string, string] = ['#6fb1e8', '#d8ecf7'];
const dusk: [string, string] = ['#2b2350', '#e08a5b'];
const night: [string, string] = ['#0b1026', '#2c3a63'];
const green: [string, string] = ['#5d8f5a', '#3f6f3f'];
const dark: [string, string] = ['#2d3b4f', '#1e2a3a'];
const white = '#f2f2f7';
const grey = '#a0a4ad';
const red = '#ff6b5e';
const gold = '#ffd166';

/** What players photograph, drawn in SVG. */
export const screenshots: Readonly<Record<Screenshot, string>> = {
  crash: scene(
    day,
    green,
    panel(
      210,
      170,
      540,
      190,
      pixelText('game stopped', { x: 240, y: 196, size: 6, fill: red }) +
        lines(
          [
            ['renderer: out of memory', white],
            ['exit code -1', grey],
            ['log: latest.txt', grey],
          ],
          240,
          254,
        ),
    ),
  ),
  lag: scene(
    dusk,
    dark,
    panel(
      20,
      20,
      300,
      132,
      lines(
        [
          ['fps 9', red],
          ['ping 940 ms', red],
          ['chunks 1204 / 1204', white],
          ['world: nord', grey],
        ],
        40,
        38,
      ),
    ),
  ),
  ban: `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#1b130f"/>${pixelText(
    'you are banned',
    { x: 256, y: 150, size: 8, fill: red },
  )}${lines(
    [
      ['reason: 3.2 unfair advantage', white],
      ['until: 14 days', white],
      ['appeal in the support chat', grey],
    ],
    300,
    240,
  )}<rect x="380" y="380" width="200" height="48" rx="4" fill="#3a2b22" stroke="#ffffff55"/>${pixelText(
    'to the menu',
    { x: 416, y: 396, size: 3, fill: white },
  )}</svg>`,
  chat: scene(
    night,
    dark,
    panel(
      20,
      250,
      440,
      190,
      lines(
        [
          ['21:14 drako: sell 64 iron', white],
          ['21:14 koteyka: hi all', white],
          ['21:15 drako: noob go away', red],
          ['21:15 drako: !!!!!!!!!', red],
          ['21:16 mishgun: stop it', white],
          ['21:16 server: event in 5 min', gold],
        ],
        40,
        268,
      ),
    ),
  ),
  shop: scene(
    day,
    green,
    panel(
      250,
      70,
      460,
      330,
      pixelText('shop', { x: 276, y: 94, size: 7, fill: gold }) +
        lines(
          [
            ['premium 30 days      299', white],
            ['coins 1000           149', white],
            ['chest of autumn       89', white],
            ['', white],
            ['balance: 0', red],
            ['payment 7 min ago: ok', grey],
          ],
          276,
          160,
        ),
    ),
  ),
  base: scene(
    dusk,
    green,
    '<path d="M330 400V250l60-50 60 50v150zM470 400V290h150v110z" fill="#7a5a3c"/><path d="M318 256l72-64 72 64z" fill="#a34a3a"/><path d="M500 330h36v70h-36zM370 290h36v36h-36z" fill="#20160f"/><path d="M560 290l30-26 34 12 26 40-30 84h-60z" fill="#0d0a08"/>' +
      panel(
        20,
        20,
        330,
        76,
        lines(
          [
            ['region: home-218', white],
            ['owner: you', grey],
          ],
          40,
          36,
        ),
      ),
  ),
};
