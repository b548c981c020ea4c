import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { Failure } from './root.mjs';

const ERROR_LINES = 8;

/** Adds up what several test runners counted. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** Names of the failed tests, with the first lines of their errors: the end of a long log. */
  failures = [];

  /** A whole suite that cannot run here: one loud line; a failure where nothing may be skipped. */
  unavailable(suite, reason) {
    const fatal = process.env.TIKETHET_REQUIRE_ALL === '1';
    console.log(`!!! ${fatal ? 'FAILED' : 'SKIPPED'}: ${suite}: ${reason} !!!`);
    if (fatal) this.failed += 1;
    else this.skipped += 1;
  }

  /** Counts a vitest JSON report; a runner that broke without failing a test is a failure. */
  addVitest(file, code) {
    const report = this.#read(file, code);
    if (!report) return;
    for (const { name, assertionResults = [] } of report.testResults ?? []) {
      for (const { status, fullName, failureMessages = [] } of assertionResults) {
        if (status === 'failed') this.#name(`${name} › ${fullName}`, failureMessages[0]);
      }
    }
    this.#add(code, {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    });
  }

  /** Counts a Playwright JSON report. */
  addPlaywright(file, code) {
    const report = this.#read(file, code);
    if (!report) return;
    for (const spec of (report.suites ?? []).flatMap(specsOf)) {
      const error = spec.tests?.at(-1)?.results?.at(-1)?.error?.message;
      if (!spec.ok) this.#name(`${spec.file} › ${spec.title}`, error);
    }
    const { expected, unexpected, flaky, skipped } = report.stats;
    if (flaky > 0) console.log(`!!! ${flaky} journeys passed only at the second try !!!`);
    this.#add(code, { passed: expected + flaky, failed: unexpected, skipped });
  }

  #name(test, error = '') {
    const lines = stripVTControlCharacters(error).split('\n');
    this.failures.push([test, ...lines.slice(0, ERROR_LINES)].join('\n    '));
  }

  #read(file, code) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    console.log(`The test runner ended with ${code} and left no report.`);
    this.failed += 1;
    return null;
  }

  #add(code, { passed, failed, skipped }) {
    const nothing = passed + failed === 0;
    const broken = failed === 0 && (code !== 0 || nothing);
    if (broken)
      console.log(`The test runner ended with ${code}${nothing ? ' and ran no test' : ''}.`);
    this.passed += passed;
    this.failed += failed + (broken ? 1 : 0);
    this.skipped += skipped;
    if (process.env.TIKETHET_REQUIRE_ALL === '1' && skipped > 0) {
      console.log(`!!! FAILED: ${skipped} tests were skipped where nothing may be !!!`);
      this.failed += 1;
    }
  }

  /** Prints the closing line; the exit code. */
  close() {
    if (this.passed + this.failed === 0) throw new Failure('No test ran at all.');
    for (const failure of this.failures) console.log(`\nFAILED ${failure}`);
    console.log(`\n${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`);
    return this.failed === 0 ? 0 : 1;
  }
}

/** Every test of a Playwright suite, however deep. */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}
