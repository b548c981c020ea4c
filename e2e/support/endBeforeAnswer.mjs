// Loaded into a server by NODE_OPTIONS: while the file named by TIKETHET_END_BEFORE_ANSWER is there,
// the process ends like after a power cut when it is about to answer commands: what they did is
// committed by then, and nobody has heard of it.
import { existsSync, rmSync } from 'node:fs';
import { ServerResponse } from 'node:http';

const flag = process.env.TIKETHET_END_BEFORE_ANSWER ?? '';

for (const name of ['write', 'end']) {
  const original = ServerResponse.prototype[name];
  ServerResponse.prototype[name] = function (...parts) {
    const address = this.req?.originalUrl ?? this.req?.url ?? '';
    if (address.startsWith('/api/v1/commands') && existsSync(flag)) {
      rmSync(flag);
      process.kill(process.pid, 'SIGKILL');
    }
    return original.apply(this, parts);
  };
}
