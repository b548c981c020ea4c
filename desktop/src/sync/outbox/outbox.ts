import type { BridgeError, OutboxState, QueueDecision, Result } from '../../bridge';

/** A change that a person made. */
export interface OutboxCommand {
  /** Idempotency key: the same key has one effect, however often it is handed in or sent. */
  key: string;
  route: string;
  /** As the contract's operation takes it (parsed by main). */
  input: Record<string, unknown>;
  /** ISO 8601: it is not sent before, so that it can be withdrawn. */
  dueAt?: string | undefined;
}

/** What became of a command that was kept. */
export interface Outcome {
  key: string;
  /** Of the ticket that it changes. */
  ticketId: string | null;
  result: Result<unknown>;
}

/** Commands that may wait: on disk first, sent when the desk can be reached. */
export interface Outbox {
  /**
   * Keeps a command; it is on disk when this returns. Handing in a key again that is held tries it
   * once more.
   * @throws when the disk refuses: then nothing was kept and nothing will be sent
   */
  keep(command: OutboxCommand): void;
  /** A person's word on a held (or still waiting) command. */
  decide(key: string, decision: QueueDecision): Result<null>;
  state(): OutboxState;
  /** There is a connection (again): what waits goes now. */
  wake(): void;
  /** Ends; what waits stays on disk. */
  stop(): Promise<void>;
}

/** Failures that pass by themselves; everything else waits for a person. */
const PASSING: ReadonlySet<BridgeError['code']> = new Set([
  'network',
  'timeout',
  'unavailable',
  'internal',
  'rate_limited',
  'unauthorized',
  'invalid_token',
  'token_expired',
  'session_revoked',
  // Of whoever sends, not of what is sent: it goes out when they may come in again.
  'account_blocked',
]);

/** Whether trying again later, unchanged, may help. */
export function isPassing(error: BridgeError): boolean {
  return PASSING.has(error.code);
}
