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

  it('names what failed, and why, at the end', () => {
    const failedUnit = {
      status: 'failed',
      fullName: 'adds',
      failureMessages: ['\u001b[31m1 is 2'],
    };
    tally.addVitest(
      report({
        ...{ numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 },
        testResults: [{ name: 'sum.test.ts', assertionResults: [failedUnit] }],
      }),
      1,
    );
    const results = [{ error: { message: 'not seen' } }];
    const spec = { ok: false, file: 'chat.spec.ts', title: 'writes', tests: [{ results }] };
    tally.addPlaywright(
      report({
        stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 },
        suites: [{ suites: [{ specs: [spec] }] }],
      }),
      1,
    );
    tally.close();
    const said = console.log.mock.calls.flat();
    expect(said).toContain('\nFAILED sum.test.ts › adds\n    1 is 2');
    expect(said).toContain('\nFAILED chat.spec.ts › writes\n    not seen');
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
