import { protocol } from 'electron';
import { FILE_SCHEME } from '../../ipc/channels';
import { CONSOLE_SCHEME } from './consoleUrl';

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: CONSOLE_SCHEME,
      // No `supportFetchAPI`: the renderer talks to the bridge only.
      privileges: { standard: true, secure: true, codeCache: true },
    },
    { scheme: FILE_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}
