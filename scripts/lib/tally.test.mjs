import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Tally } from './tally.mjs';

let dir;
let tally;

function report(content) {
  const file = path.join(dir, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

function vitestReport(passed, failed, skipped) {
  return report({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
  });
}

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'tikethet-tally-'));
  tally = new Tally();
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.stubEnv('TIKETHET_REQUIRE_ALL', '');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

const counts = ({ passed, failed, skipped }) => [passed, failed, skipped];

describe('Tally', () => {
  it('adds up what the runners counted and says so in one line', () => {
    tally.addVitest(vitestReport(5, 0, 1), 0);
    tally.addPlaywright(report({ stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 } }), 0);
    expect(tally.close()).toBe(0);
    expect(console.log).toHaveBeenLastCalledWith('\n8 passed, 0 failed, 1 skipped');
  });

  it('fails with a failed test', () => {
    tally.addVitest(vitestReport(5, 2, 0), 1);
    expect(counts(tally)).toEqual([5, 2, 0]);
    expect(tally.close()).toBe(1);
  });

  it.each([
    ['broke without failing a test', () => tally.addVitest(vitestReport(5, 0, 0), 1)],
    ['ran no test', () => tally.addVitest(vitestReport(0, 0, 0), 0)],
    ['left no report', () => tally.addPlaywright(path.join(dir, 'none.json'), 0)],
  ])('counts a runner that %s as a failure', (_what, add) => {
    add();
    expect(tally.failed).toBe(1);
  });

  it('lets nothing be skipped where everything is required', () => {
    tally.unavailable('some tests', 'no program');
    expect(counts(tally)).toEqual([0, 0, 1]);
    vi.stubEnv('TIKETHET_REQUIRE_ALL', '1');
    tally.unavailable('some tests', 'no program');
    tally.addVitest(vitestReport(3, 0, 1), 0);
    expect(counts(tally)).toEqual([3, 2, 2]);
  });
});
