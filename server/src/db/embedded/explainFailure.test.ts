import { describe, expect, it } from 'vitest';
import { explainFailure, isPassing } from './explainFailure';

const place = '/srv/desk/postgres';
const line = (text: string) => `2026-11-22 16:27:26.901 UTC [1] ${text}\n`;

describe('explainFailure', () => {
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'full'],
    [
      'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was ' +
        'initialized by PostgreSQL version 16, which is not compatible with this version 18.4',
      'made by Postgres 16',
    ],
    ['FATAL:  lock file "postmaster.pid" already exists', 'another Postgres'],
    ['FATAL:  data directory "/srv/desk/postgres" has wrong ownership', 'may not use'],
    ['PANIC:  could not locate a valid checkpoint record at 0/1', 'damaged'],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'memory'],
    ['FATAL:  something new', '(something new)'],
  ])('turns %s into a sentence', (said, expected) => {
    const message = explainFailure(line('LOG:  starting') + line(said) + line('LOG:  end'), place);
    expect(message).toContain(expected);
    expect(message).toMatch(/^[^\n]+\.$/);
  });

  it('names a missing library of the system', () => {
    const said =
      'initdb: error while loading shared libraries: libicuuc.so.60: cannot open shared object file';
    expect(explainFailure(said, place)).toContain('libicuuc.so.60');
  });

  it('does not take an ordinary line for a reason', () => {
    expect(explainFailure(line('LOG:  database system is ready'), place)).not.toContain('ready');
  });

  it('knows what passes by itself', () => {
    expect(isPassing(line('LOG:  could not bind IPv4 address: Address already in use'))).toBe(true);
    expect(isPassing(line('FATAL:  lock file "postmaster.pid" already exists'))).toBe(false);
  });
});
