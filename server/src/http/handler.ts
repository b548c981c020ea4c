import {
  operations,
  type OperationId,
  type OutputOf,
  type ParsedInputOf,
} from '@tikethet/shared/contracts';
import type { Ctx } from '../domain/context';
import type { Services } from './services';

/** What an operation's handler gets beside its parsed input. It runs inside one transaction. */
export interface RequestCtx extends Ctx {
  readonly services: Services;
  readonly client: {
    /** The caller's address. */
    ip: string;
  };
}

export type Handler<K extends OperationId> = (
  ctx: RequestCtx,
  input: ParsedInputOf<K>,
) => Promise<OutputOf<K>>;

/** Handlers of some operations: a missing or misnamed one does not compile. */
export type Handlers<K extends OperationId> = { [Key in K]: Handler<Key> };

/** Their bodies are not JSON, or they contain other operations: routes of their own serve them. */
export type HandMounted =
  'attachments.create' | 'attachments.putPart' | 'commands.run' | 'permissions.viewAs';
export type HandledOperation = Exclude<OperationId, HandMounted>;

const HAND_MOUNTED: readonly string[] = [
  'attachments.create',
  'attachments.putPart',
  'commands.run',
  'permissions.viewAs',
] satisfies HandMounted[];

/** Whether an id names an operation that has a handler. */
export function isHandled(id: string): id is HandledOperation {
  return Object.hasOwn(operations, id) && !HAND_MOUNTED.includes(id);
}
