import { createServer } from 'node:net';

const usualPort = 5432;

/** A free TCP port on 127.0.0.1 that is not Postgres's usual one, which other programs expect. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const probe = createServer();
      probe.once('error', reject);
      probe.listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => {
          if (address && typeof address === 'object') resolve(address.port);
          else reject(new Error('the system gave no port'));
        });
      });
    });
    if (port !== usualPort) return port;
  }
}
