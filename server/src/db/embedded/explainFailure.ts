const remedies: [pattern: RegExp, explain: (place: string, found: string) => string][] = [
  [/No space left on device/, (place) => `The disk that holds ${place} is full: free some space.`],
  [
    /could not (?:create|map anonymous) shared memory|Cannot allocate memory/,
    () => 'Postgres did not get enough memory: close other programs or set DATABASE_URL.',
  ],
  [
    /error while loading shared libraries: ([^\s:]+)/,
    (_place, library) =>
      `Postgres needs the system library ${library}: install it or set DATABASE_URL.`,
  ],
  [
    /initialized by PostgreSQL version (\d+)/,
    (place, version) =>
      `The database in ${place} was made by Postgres ${version}, which this version cannot read: ` +
      'go back to the version of TiketHet that made it, or set DATA_DIR to another folder.',
  ],
  [
    /lock file "postmaster\.pid" already exists/,
    (place) =>
      `The database in ${place} is in use by another Postgres: ` +
      'stop that one or set DATA_DIR to another folder.',
  ],
  [
    /pre-existing shared memory block/,
    (place) =>
      `Processes of an earlier Postgres still use ${place}: ` +
      'end them or restart the computer, then start again.',
  ],
  [
    /has wrong ownership|invalid permissions|Permission denied|Operation not permitted|EACCES/,
    (place) =>
      `Postgres may not use ${place}: give it to the user who starts TiketHet ` +
      'or set DATA_DIR to another folder.',
  ],
  [
    /could not locate a valid checkpoint record|is not a valid data directory|invalid checkpoint/,
    (place) =>
      `The database in ${place} is damaged: restore a backup or set DATA_DIR to another folder.`,
  ],
  [
    /ENOENT|ENOEXEC|UNKNOWN/,
    (place) =>
      `The embedded Postgres does not run on this system (${place}): ` +
      'set DATABASE_URL to a Postgres server.',
  ],
];

/** One sentence with the remedy from what Postgres, initdb or the system said. */
export function explainFailure(output: string, place: string): string {
  for (const [pattern, explain] of remedies) {
    const match = pattern.exec(output);
    if (match) return explain(place, match[1] ?? '');
  }
  const telling = output
    .split('\n')
    .findLast((line) => /\b(?:PANIC|FATAL|ERROR|[Ee]rror):/.test(line));
  const said = telling?.replace(/^.*?\b(?:PANIC|FATAL|ERROR|[Ee]rror):\s*/, '').trim();
  return (
    `Postgres in ${place} ended unexpectedly${said ? ` (${said})` : ''}: ` +
    'start again, and if that does not help set DATA_DIR to another folder.'
  );
}

/** Whether starting again may help: the port was taken meanwhile, or old backends still go. */
export function isPassing(output: string): boolean {
  return /Address already in use|could not create any TCP\/IP sockets|pre-existing shared memory block/.test(
    output,
  );
}
