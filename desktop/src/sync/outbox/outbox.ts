import type { Result } from '../bridge';

/** A change that a person made. */
export interface OutboxCommand {
  /** Idempotency key: the same key has one effect, however often it is handed in or sent. */
  key: string;
  route: string;
  /** As the contract's operation takes it (parsed by main). */
  input: Record<string, unknown>;
}

/**
 * The way of every change from the console to the desk.
 *
 * `submit` answers when the outcome is known to the caller's satisfaction: now with the desk's own
 * answer, or with `network` or `timeout` when it could not be reached (nothing is known of the
 * outcome then; handing in the same key again is safe). Commands about one ticket reach the desk in
 * the order they were submitted, those of different tickets do not wait for each other.
 *
 * The offline issue replaces {@link createDirectOutbox} by one that writes the command to the local
 * store first and answers from there; the bridge and the screens do not notice.
 */
export interface Outbox {
  submit(command: OutboxCommand): Promise<Result<unknown>>;
  /** Ends: what waits is answered with `network`. */
  stop(): void;
}
