import { personRef, ticket } from '@tikethet/shared/contracts';
import { feedEvent, type FeedEvent } from '@tikethet/shared/events';
import { LIMITS } from '@tikethet/shared/tickets';
import { z } from 'zod';
import type { BridgeError, OutboxState } from '../bridge';
import { isBridgeCode } from '../ipc/result';
import { presenceState, typingNotice } from './ephemeral';

/** What main and the engine's process say to each other. Both sides parse what they get. */

const callId = z.number().int().nonnegative();
const record = z.record(z.string(), z.unknown());

/** A person's word on a command that waits. */
export const queueDecision = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('retry') }),
  z.strictObject({ action: z.literal('force') }),
  z.strictObject({ action: z.literal('discard') }),
  z.strictObject({ action: z.literal('withdraw') }),
  z.strictObject({ action: z.literal('edit'), content: z.string().min(1).max(LIMITS.content) }),
]);

const calls = z.discriminatedUnion('method', [
  z.object({ method: z.literal('read'), route: z.string(), input: record }),
  z.object({
    method: z.literal('write'),
    route: z.string(),
    input: record,
    key: z.string(),
    dueAt: z.iso.datetime().optional(),
  }),
  z.object({
    method: z.literal('upload'),
    file: z.object({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) }),
  }),
  z.object({ method: z.literal('outbox') }),
  z.object({ method: z.literal('storeSize') }),
  z.object({ method: z.literal('decide'), key: z.string(), decision: queueDecision }),
]);
export type EngineCall = z.infer<typeof calls>;

export const toEngine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    serverUrl: z.url(),
    /** Who is signed in. */
    me: personRef,
    /** The person's own folder at this desk. */
    folder: z.string(),
  }),
  z.object({ type: z.literal('call'), id: callId, call: calls }),
  z.object({
    type: z.literal('token'),
    id: callId,
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('token'), token: z.string() }),
      z.object({ kind: z.literal('over') }),
      z.object({ kind: z.literal('offline') }),
    ]),
  }),
  z.object({ type: z.literal('renewed'), token: z.string() }),
  z.object({ type: z.literal('typing'), ticketId: z.string() }),
  z.object({ type: z.literal('viewing'), ticketId: z.string().nullable() }),
  z.object({ type: z.literal('wake') }),
  z.object({ type: z.literal('stop') }),
]);
export type ToEngine = z.infer<typeof toEngine>;

const result = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.custom<BridgeError['code']>(isBridgeCode),
      status: z.number().int(),
      details: record,
    }),
  }),
]);

export const fromEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: callId, result }),
  z.object({ type: z.literal('progress'), id: callId, share: z.number().min(0).max(1) }),
  /** `stale`: the token that was refused; null asks for the current one. */
  z.object({
    type: z.literal('tokenWanted'),
    id: callId,
    renew: z.boolean(),
    stale: z.string().nullable(),
  }),
  z.object({
    type: z.literal('events'),
    // The engine has checked `data` by its type.
    events: z.array(z.custom<FeedEvent>((value) => feedEvent.safeParse(value).success)),
    replayed: z.boolean(),
  }),
  z.object({ type: z.literal('caughtUp') }),
  z.object({
    type: z.literal('connection'),
    state: z.object({
      status: z.enum(['connecting', 'online', 'offline']),
      lastOnlineAt: z.string().nullable(),
    }),
  }),
  z.object({ type: z.literal('reset') }),
  z.object({
    type: z.literal('outbox'),
    // The engine has made it of rows that it checked.
    state: z.custom<OutboxState>((value) => typeof value === 'object' && value !== null),
  }),
  z.object({
    type: z.literal('outcomes'),
    outcomes: z.array(z.object({ key: z.string(), ticketId: z.string().nullable(), result })),
  }),
  z.object({ type: z.literal('shown'), tickets: z.array(ticket) }),
  z.object({
    type: z.literal('store'),
    state: z.object({
      problem: z.enum(['damaged', 'disk_full', 'read_only', 'unusable']).nullable(),
      loading: z.boolean(),
    }),
  }),
  z.object({ type: z.literal('typing'), notice: typingNotice }),
  z.object({ type: z.literal('presence'), state: presenceState }),
  z.object({ type: z.literal('defect'), text: z.string() }),
  z.object({ type: z.literal('stopped') }),
]);
export type FromEngine = z.infer<typeof fromEngine>;
