import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { channelName, type IpcChannel } from '../../ipc/channels';
import { isConsoleUrl } from '../protocols/consoleUrl';
import { answerCall } from './answer';
import type { IpcHandlers } from './handlers';
import { ipcSchemas } from './schemas';

/** Only the console's page in the top frame of its own window may call. */
function isTrusted(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (frame === null || window === null || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && isConsoleUrl(frame.url);
}

/** Connects every channel of the preload. */
export function registerIpc(
  handlers: IpcHandlers,
  window: () => BrowserWindow | null,
  report: (channel: IpcChannel, error: unknown) => void,
): void {
  for (const channel of Object.keys(ipcSchemas) as IpcChannel[]) {
    ipcMain.handle(channelName(channel), (event, value: unknown) =>
      answerCall(handlers, channel, { trusted: isTrusted(event, window()) }, value, report),
    );
  }
}
