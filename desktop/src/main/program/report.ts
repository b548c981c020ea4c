import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { About, UpdateState } from '../../bridge/program';
import { redact } from '../redact';

/** Characters of a log that go into a report, its newest ones. */
const LOG_TAIL = 200_000;
/** Crashes named in a report, the newest ones. */
const CRASHES = 20;

export interface ReportFacts {
  about: About;
  update: UpdateState;
  /** How many changes wait to be sent, and how many of them for a decision. */
  unsent: { waiting: number; held: number };
  /** Such as `online`. */
  connection: string;
  storage: string;
  folder: string;
  /** Where Chromium keeps its dumps. They hold memory, so texts of people: never in a report. */
  crashFolder: string;
  now: Date;
}

/**
 * A text that a person can read before they pass it on: versions, states, the log. No names, texts
 * of tickets, addresses or tokens.
 */
export async function describeProgram(facts: ReportFacts): Promise<string> {
  const { about, unsent, update } = facts;
  const head = {
    made: facts.now.toISOString(),
    version: about.version,
    electron: about.electron,
    system: about.system,
    desk: about.serverUrl.startsWith('https:') ? 'https' : 'on this computer',
    connection: facts.connection,
    unsent: `${unsent.waiting} waiting, ${unsent.held} to decide`,
    keys: facts.storage,
    update: update.status,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name.padEnd(12)}${value}`);
  const crashes = await listCrashes(facts.crashFolder);
  const logs = await Promise.all(
    ['main.old.log', 'main.log'].map((name) => tail(join(facts.folder, 'logs', name))),
  );
  return [
    'TiketHet: report of a problem',
    '',
    ...lines,
    '',
    `crashes     ${crashes.length === 0 ? 'none' : ''}`,
    ...crashes,
    '',
    'log',
    redact(logs.join('')),
  ].join('\n');
}

async function tail(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).slice(-LOG_TAIL);
  } catch {
    // No log of that name: nothing to say.
    return '';
  }
}

/** When the program or one of its parts crashed, newest first. */
async function listCrashes(folder: string): Promise<string[]> {
  try {
    const names = (await readdir(folder, { recursive: true })).filter((name) =>
      name.endsWith('.dmp'),
    );
    const times = await Promise.all(
      names.map(async (name) => (await stat(join(folder, name))).mtime),
    );
    return times
      .sort((one, other) => other.getTime() - one.getTime())
      .slice(0, CRASHES)
      .map((time) => `  ${time.toISOString()}`);
  } catch {
    return [];
  }
}
