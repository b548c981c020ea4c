import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeEvents, DesktopBridge, Result, UploadFile, WriteOptions } from '../bridge';
import {
  channelName,
  FILE_ORIGIN,
  PUSH_CHANNEL,
  type IpcAnswer,
  type IpcCalls,
  type IpcChannel,
  type IpcPush,
} from '../ipc/channels';

type Listener = (push: IpcPush) => void;
const listeners = new Set<Listener>();
/** Changes that are kept and not answered yet, by their keys: there may be thousands. */
const unanswered = new Map<string, (result: Result<unknown>) => void>();
/** Wishes: told once, to whoever hears them first. */
const WISHES: ReadonlySet<IpcPush['name']> = new Set([
  'openTicket',
  'linkUnknown',
  'openNotifications',
]);
/** States, and wishes nobody has heard yet: told to whoever subscribes after they arrived. */
const REMEMBERED: ReadonlySet<IpcPush['name']> = new Set([
  ...WISHES,
  'connection',
  'outbox',
  'store',
  'update',
]);
const remembered = new Map<IpcPush['name'], IpcPush>();
/** Who looks at which ticket; without a connection nobody knows. */
const looked = new Map<string, IpcPush>();

function remember(push: IpcPush): void {
  if (REMEMBERED.has(push.name)) remembered.set(push.name, push);
  if (push.name === 'connection' && push.value.status !== 'online') looked.clear();
  if (push.name !== 'presence') return;
  if (push.value.viewers.length === 0) looked.delete(push.value.ticketId);
  else looked.set(push.value.ticketId, push);
}

ipcRenderer.on(PUSH_CHANNEL, (_event, push: IpcPush) => {
  if (push.name === 'outcomes') {
    for (const { key, result } of push.value) unanswered.get(key)?.(result);
    return;
  }
  remember(push);
  for (const listener of [...listeners]) listener(push);
});

function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function call<C extends IpcChannel>(channel: C, input: IpcCalls[C]['input']) {
  return ipcRenderer.invoke(channelName(channel), input) as Promise<IpcAnswer<C>>;
}

/** For the few methods whose type has no place for a failure. */
async function valueOf<C extends IpcChannel>(channel: C, input: IpcCalls[C]['input']) {
  const answer = await call(channel, input);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function upload(file: UploadFile, onProgress: (share: number) => void) {
  const uploadId = crypto.randomUUID();
  const unsubscribe = subscribe((push) => {
    if (push.name !== 'uploadProgress' || push.value.uploadId !== uploadId) return;
    onProgress(push.value.share);
  });
  try {
    return await call('upload', { uploadId, file });
  } finally {
    unsubscribe();
  }
}

/** Hands a change in; a change that was kept is answered by its outcome, whenever that comes. */
async function write(
  route: string,
  input: Record<string, unknown>,
  key: string,
  kept: () => void,
  { dueAt }: WriteOptions = {},
): Promise<Result<unknown>> {
  const outcome = new Promise<Result<unknown>>((resolve) => unanswered.set(key, resolve));
  try {
    const answer = await call('write', { route, input, key, dueAt });
    if (!answer.ok) return answer;
    kept();
    return answer.value.state === 'done' ? { ok: true, value: answer.value.value } : await outcome;
  } finally {
    unanswered.delete(key);
  }
}

const bridge: DesktopBridge = {
  kind: 'electron',
  session: {
    state: () => valueOf('session.state', null),
    start: () => call('session.start', null),
    cancel: async () => void (await valueOf('session.cancel', null)),
    signOut: async () => void (await valueOf('session.signOut', null)),
  },
  native: {
    state: () => valueOf('native.state', null),
    startAtLogin: (wanted) => call('native.startAtLogin', { wanted }),
    openWindow: (ticketId) => call('native.openWindow', { ticketId }),
    selfTest: () => valueOf('native.selfTest', null),
  },
  program: {
    about: () => valueOf('program.about', null),
    useServer: (address) => call('program.useServer', { address }),
    updates: {
      state: () => valueOf('updates.state', null),
      check: () => valueOf('updates.check', null),
      restart: () => call('updates.restart', null),
    },
    saveReport: () => call('program.saveReport', null),
    reportError: (error) => void call('program.reportError', error),
  },
  // Main has checked route, input and answer against the contract; only their pairing is lost on
  // the way through the channel.
  read: (route, input) => call('read', { route, input }) as Promise<Result<never>>,
  write: (route, input, key, kept, options) =>
    write(route, input, key, kept, options) as Promise<Result<never>>,
  outbox: {
    state: () => valueOf('outbox.state', null),
    decide: (key, decision) => call('outbox.decide', { key, decision }),
  },
  upload,
  paper: {
    print: () => call('paper.print', null),
    savePdf: (fileName) => call('paper.savePdf', { fileName }),
  },
  storeSize: async () => {
    const answer = await call('storeSize', null);
    return answer.ok ? answer.value : null;
  },
  // Without the signature, which main does not need: the same file keeps the same address.
  fileUrl: (path) => FILE_ORIGIN + path.replace(/[?#].*$/s, ''),
  faceUrl: (path) => FILE_ORIGIN + path,
  saveFile: ({ id, url, fileName }) => call('saveFile', { id, url, fileName }),
  typing: (ticketId) => void call('typing', { ticketId }),
  viewing: (ticketId) => void call('viewing', { ticketId }),
  openExternal: (url) => call('openExternal', { url }),
  preferences: {
    get: () => valueOf('preferences.get', null),
    set: (change) => valueOf('preferences.set', change),
  },
  on<K extends keyof BridgeEvents>(name: K, listener: (value: BridgeEvents[K]) => void) {
    const hear: Listener = (push) => {
      if (push.name !== name) return;
      if (WISHES.has(name)) remembered.delete(name);
      listener(push.value as BridgeEvents[K]);
    };
    const state = remembered.get(name);
    const known = name === 'presence' ? [...looked.values()] : state === undefined ? [] : [state];
    for (const push of known) queueMicrotask(() => listeners.has(hear) && hear(push));
    return subscribe(hear);
  },
};

contextBridge.exposeInMainWorld('tikethet', bridge);
