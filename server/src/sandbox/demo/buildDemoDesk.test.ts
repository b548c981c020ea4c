import { describe, expect, it } from 'vitest';
import { buildDemoDesk } from './buildDemoDesk';
import type { DemoFiles, StoredDemoFile } from './files';
import { scriptsOf } from './content';
import { DEMO_CATEGORIES } from './people';
import { Random } from './random';
import { noRows, type DemoRows } from './rows';
import { arrivals, deskClock } from './rhythm';

const file: StoredDemoFile = {
  storageKey: '0'.repeat(40),
  thumbnailKey: null,
  sha256: '0'.repeat(64),
  size: 1,
  contentType: 'image/png',
  kind: 'IMAGE',
  width: 1,
  height: 1,
};
const files: DemoFiles = {
  crash: file,
  lag: file,
  ban: file,
  chat: file,
  shop: file,
  base: file,
  log: { ...file, kind: 'FILE' },
};
const categoryIds = { tech: '1', bans: '2', gameplay: '3', economy: '4', reports: '5', other: '6' };
function build(now: string): DemoRows {
  const all = noRows();
  const slices = buildDemoDesk({ now: new Date(now), botId: 1, categoryIds, files });
  for (const slice of slices) {
    for (const table of Object.keys(all) as (keyof DemoRows)[]) all[table].push(...slice[table]);
  }
  return all;
}

// Five desks take their time on a busy machine.
describe('buildDemoDesk', { timeout: 60_000 }, () => {
  it('gives the same desk for every moment of an hour', () => {
    expect(build('2026-11-22T16:50:00.000Z')).toEqual(build('2026-11-22T16:03:07.123Z'));
  });

  it('leaves no slot of a script unfilled and no text empty', () => {
    for (const now of ['2026-11-23T02:10:00.000Z', '2027-03-06T18:30:00.000Z']) {
      const rows = build(now);
      const texts = [
        ...rows.messages.map((row) => String(row.content)),
        ...rows.tickets.map((row) => String(row.title)),
      ];
      expect(texts.filter((text) => text.trim() === '' || /[{}]|\[\w+\]$/.test(text))).toEqual([]);
      expect(rows.tickets.filter((row) => String(row.title).length > 200)).toEqual([]);
    }
  });

  it('makes ids that are unique UUIDs of version 7', () => {
    const { tickets, messages, users } = build('2026-11-22T16:50:00.000Z');
    const ids = [...tickets, ...messages, ...users].map((row) => String(row.id));
    expect(new Set(ids).size).toBe(ids.length);
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !shape.test(id))).toEqual([]);
  });
});

describe('the scripts', () => {
  it.each(DEMO_CATEGORIES)('tell at least 12 stories about %s in each language', (category) => {
    for (const language of ['ru', 'en'] as const) {
      const scripts = scriptsOf(language, category);
      expect(scripts.length).toBeGreaterThanOrEqual(12);
      expect(new Set(scripts.map((script) => script.lines[0]?.text)).size).toBe(scripts.length);
      expect(new Set(scripts.map((script) => script.lines.length)).size).toBeGreaterThan(2);
    }
  });

  it('have stories for an outage', () => {
    for (const language of ['ru', 'en'] as const) {
      expect(scriptsOf(language, 'tech').filter((script) => script.incident)).not.toHaveLength(0);
    }
  });
});

describe('rhythm', () => {
  it('keeps moments in order and in the past', () => {
    const now = Date.UTC(2026, 10, 22, 3);
    const moments = arrivals(new Random(1), now, 90, 500);
    expect([...moments].sort((a, b) => a - b)).toEqual(moments);
    expect(moments.at(-1)).toBeLessThan(now);
  });

  it('knows the time in Moscow', () => {
    expect(deskClock(Date.UTC(2026, 10, 21, 22, 30))).toEqual({ hour: 1.5, day: 0 });
  });
});
