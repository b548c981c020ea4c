import type { Server } from 'node:http';
import { StartError } from '../platform/startError';

/** Opens the port. @throws StartError when it is taken or may not be opened */
export function listen(
  http: Server,
  { host, port }: { host: string; port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const known =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use: stop the program that uses it, or choose another with PORT=${port + 1}.`
          : error.code === 'EACCES'
            ? `Port ${port} may not be opened by this user: choose one above 1023, for example PORT=3000.`
            : `The server cannot listen on ${host}:${port} (${error.message}): check HOST and PORT.`;
      reject(new StartError(known, { cause: error }));
    });
    http.listen(port, host, () => resolve());
  });
}
