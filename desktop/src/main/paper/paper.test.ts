import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPaper } from './paper';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tikethet-paper-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAGE = 7;
function paperOf(outcome: { success: boolean; reason: string }, chosen: string | null) {
  const suggested: string[] = [];
  const page = {
    print: (_options?: object, done?: (success: boolean, reason: string) => void) =>
      done?.(outcome.success, outcome.reason),
    printToPDF: () => Promise.resolve(Buffer.from('%PDF-1.4')),
  };
  const paper = createPaper({
    page: (id) => (id === PAGE ? page : undefined),
    choosePath: (name) => {
      suggested.push(name);
      return Promise.resolve(chosen);
    },
  });
  return { paper, suggested };
}
const printed = { success: true, reason: '' };

it('saves what the asking page shows, under a name that every file system takes', async () => {
  const file = path.join(folder, 'ticket.pdf');
  const { paper, suggested } = paperOf(printed, file);
  const answer = await paper['paper.savePdf']({ fileName: '#1042 a/b: вход?.pdf' }, PAGE);
  expect(answer).toEqual({ ok: true, value: null });
  expect(suggested[0]).not.toMatch(/[/:?]/);
  expect(readFileSync(file, 'utf8')).toBe('%PDF-1.4');
});

it('closing either dialog is a success that did nothing', async () => {
  const { paper } = paperOf({ success: false, reason: 'Print job canceled' }, null);
  expect(await paper['paper.print'](null, PAGE)).toEqual({ ok: true, value: null });
  expect(await paper['paper.savePdf']({ fileName: 'a.pdf' }, PAGE)).toMatchObject({ ok: true });
});

it('says when a printer fails, and when the page is gone', async () => {
  const { paper } = paperOf({ success: false, reason: 'Invalid printer settings' }, null);
  expect(await paper['paper.print'](null, PAGE)).toMatchObject({
    ok: false,
    error: { code: 'unavailable' },
  });
  expect(await paper['paper.print'](null, 8)).toMatchObject({ error: { code: 'not_found' } });
});
