import type { Attachment } from '@tikethet/shared/contracts';
import type {
  BridgeEvents,
  DeviceSignIn,
  OutboxState,
  Preferences,
  QueueDecision,
  Result,
  SessionState,
  StoreSize,
  UploadFile,
} from '../bridge';

import type { NativeCalls } from './nativeCalls';
import type { PaperCalls } from './paperCalls';
import type { ProgramCalls } from './programCalls';

/** `kept`: on disk; what becomes of it comes as the push `outcome`. `done`: the desk's answer. */
export type WriteAnswer = { state: 'kept' } | { state: 'done'; value: unknown };

/**
 * What the preload may ask of main: each channel's input and the value of its answer. Every answer
 * travels as a `Result`, so that a refused input is a coded error on the other side.
 */
export interface IpcCalls extends NativeCalls, PaperCalls, ProgramCalls {
  'session.state': { input: null; value: SessionState };
  'session.start': { input: null; value: DeviceSignIn };
  'session.cancel': { input: null; value: null };
  'session.signOut': { input: null; value: null };
  read: { input: { route: string; input: Record<string, unknown> }; value: unknown };
  write: {
    input: { route: string; input: Record<string, unknown>; key: string; dueAt?: string };
    value: WriteAnswer;
  };
  'outbox.state': { input: null; value: OutboxState };
  'outbox.decide': { input: { key: string; decision: QueueDecision }; value: null };
  upload: { input: { uploadId: string; file: UploadFile }; value: Attachment };
  storeSize: { input: null; value: StoreSize };
  saveFile: { input: { id: string; url: string; fileName: string }; value: null };
  typing: { input: { ticketId: string }; value: null };
  viewing: { input: { ticketId: string | null }; value: null };
  openExternal: { input: { url: string }; value: null };
  'preferences.get': { input: null; value: Preferences };
  'preferences.set': { input: Partial<Preferences>; value: Preferences };
}

export type IpcChannel = keyof IpcCalls;
export type IpcAnswer<C extends IpcChannel> = Result<IpcCalls[C]['value']>;

/** Electron's channel name of a call. */
export function channelName(channel: IpcChannel): string {
  return `tikethet:${channel}`;
}

/** What main tells the renderer, as one stream on one channel. */
export type IpcPush =
  | { [K in keyof BridgeEvents]: { name: K; value: BridgeEvents[K] } }[keyof BridgeEvents]
  | { name: 'uploadProgress'; value: { uploadId: string; share: number } }
  | { name: 'outcomes'; value: { key: string; result: Result<unknown> }[] };

export const PUSH_CHANNEL = 'tikethet:push';

/** The scheme and host under which main serves attachments to the renderer. */
export const FILE_SCHEME = 'tikethet-file';
export const FILE_ORIGIN = `${FILE_SCHEME}://desk`;
