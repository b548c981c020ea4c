import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { StartError } from '../../platform/startError';
import { as, type Account } from './types';

const candidates = ['postgres', 'nobody', 'daemon'];

/**
 * Whom Postgres runs as: null (ourselves) unless we are root, which Postgres refuses. As root the
 * owner of an existing cluster, so that one made before `sudo` stays usable, else a system user.
 * @throws StartError when root finds no such user
 */
export function chooseAccount(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const users = systemUsers();
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    const owner = users.find((user) => user.uid === uid);
    if (uid !== 0) return { name: owner?.name ?? String(uid), uid, gid };
  }
  for (const name of candidates) {
    const user = users.find((one) => one.name === name);
    if (user && user.uid !== 0) return user;
  }
  throw new StartError(
    `Postgres refuses to run as root and none of the users ${candidates.join(', ')} exists: ` +
      'start TiketHet as an ordinary user or set DATABASE_URL.',
  );
}

function systemUsers(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && Number.isInteger(uid) && Number.isInteger(gid));
}

/** Whether the account may enter and write the folder; asked of the system, not of mode bits. */
export function canUse(dir: string, account: Account): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1" && test -w "$1"', 'sh', dir], {
    ...as(account),
    cwd: '/',
    timeout: 5_000,
  });
  return asked.status === 0;
}
