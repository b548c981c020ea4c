import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { channelName, type IpcChannel } from '../../ipc/channels';
import { isConsoleUrl } from '../protocols/consoleUrl';
import { answerCall } from './answer';
import type { IpcHandlers } from './handlers';
import { ipcSchemas } from './schemas';

/** Only the console's page in the top frame of a window of its own may call. */
function isTrusted(event: IpcMainInvokeEvent, windows: readonly BrowserWindow[]): boolean {
  const frame = event.senderFrame;
  const window = windows.find(({ webContents }) => webContents === event.sender);
  if (frame === null || window === undefined) return false;
  return frame === window.webContents.mainFrame && isConsoleUrl(frame.url);
}

/**
 * Connects every channel of the preload.
 * @param opened once everything stands: a page that loads meanwhile waits with its first question
 */
export function registerIpc(
  opened: Promise<IpcHandlers>,
  windows: () => readonly BrowserWindow[],
  report: (channel: IpcChannel, error: unknown) => void,
): void {
  for (const channel of Object.keys(ipcSchemas) as IpcChannel[]) {
    ipcMain.handle(channelName(channel), async (event, value: unknown) => {
      const sender = { trusted: isTrusted(event, windows()), pageId: event.sender.id };
      return answerCall(await opened, channel, sender, value, report);
    });
  }
}
