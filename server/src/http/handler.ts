import type { OperationId, OutputOf, ParsedInputOf } from '@tikethet/shared/contracts';
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
