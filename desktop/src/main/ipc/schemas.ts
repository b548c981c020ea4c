import { z } from 'zod';
import { preferenceChange } from '../../bridge/preferences';
import { nativeSchemas } from '../../ipc/nativeCalls';
import { paperSchemas } from '../../ipc/paperCalls';
import { programSchemas } from '../../ipc/programCalls';
import type { IpcCalls, IpcChannel } from '../../ipc/channels';
import { queueDecision } from '../../sync/protocol';

const ticketId = z.uuid();
const record = z.record(z.string(), z.unknown());
const nothing = z.null();

/** The shape of every call's input. What does not parse never reaches a handler. */
export const ipcSchemas = {
  ...nativeSchemas,
  ...paperSchemas,
  ...programSchemas,
  'session.state': nothing,
  'session.start': nothing,
  'session.cancel': nothing,
  'session.signOut': nothing,
  // Route and input are checked against the contract by the handler.
  read: z.strictObject({ route: z.string().max(100), input: record }),
  write: z.strictObject({
    route: z.string().max(100),
    input: record,
    key: z.uuid(),
    dueAt: z.iso.datetime().optional(),
  }),
  'outbox.state': nothing,
  'outbox.decide': z.strictObject({ key: z.string().max(200), decision: queueDecision }),
  upload: z.strictObject({
    uploadId: z.uuid(),
    file: z.strictObject({
      name: z.string().min(1).max(255),
      type: z.string().max(255),
      bytes: z.instanceof(ArrayBuffer),
    }),
  }),
  storeSize: nothing,
  saveFile: z.strictObject({
    id: z.uuid(),
    url: z.string().max(2_000),
    fileName: z.string().max(500),
  }),
  typing: z.strictObject({ ticketId }),
  viewing: z.strictObject({ ticketId: ticketId.nullable() }),
  openExternal: z.strictObject({ url: z.string().max(2_048) }),
  'preferences.get': nothing,
  'preferences.set': preferenceChange,
} as const satisfies { [C in IpcChannel]: z.ZodType<IpcCalls[C]['input']> };
