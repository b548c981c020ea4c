import type { Attachment, PersonRef, Ticket } from '@tikethet/shared/contracts';
import type { FeedEvent, PresenceState, TypingNotice } from '@tikethet/shared/events';
import type {
  ConnectionState,
  OutboxState,
  QueueDecision,
  Result,
  StoreSize,
  StoreState,
} from '../bridge';
import type { Backoff } from './backoff';
import type { OutboxCommand, Outcome } from './outbox/outbox';
import type { TokenSource } from './tokenSource';
import type { OutgoingFile } from './upload';

/** What the engine tells its host. */
export interface EngineEvents {
  /** In feed order, each once. `replayed`: they happened while there was no connection. */
  events(events: readonly FeedEvent[], replayed: boolean): void;
  /** All that was missed has been told. */
  caughtUp(): void;
  connection(state: ConnectionState): void;
  reset(): void;
  typing(notice: TypingNotice): void;
  presence(state: PresenceState): void;
  outbox(state: OutboxState): void;
  outcomes(outcomes: readonly Outcome[]): void;
  /** How tickets are shown now that the person's unsent changes are others. */
  shown(tickets: readonly Ticket[]): void;
  store(state: StoreState): void;
  /** The store was found damaged while it was used: it is mended when the engine begins anew. */
  broken(): void;
  /** Something threw that nobody expected; for the log. */
  defect(error: unknown): void;
}

export interface EngineOptions {
  /** Origin of the desk, without a slash at its end. */
  serverUrl: string;
  /** Who is signed in. */
  me: PersonRef;
  /** The person's own folder. */
  folder: string;
  tokens: TokenSource;
  events: EngineEvents;
  backoff?: { connection?: Backoff; outbox?: Backoff };
  /** Milliseconds between two looks at the feed where no socket can be opened. */
  lookEvery?: number;
}

export interface Engine {
  /** Connects, going on from where the replica stands. */
  start(): void;
  read(route: string, input: Record<string, unknown>): Promise<Result<unknown>>;
  /** `kept`: on disk; what becomes of it is told as an outcome. `done`: the desk's answer. */
  write(
    command: OutboxCommand,
  ): Promise<Result<{ state: 'kept' } | { state: 'done'; value: unknown }>>;
  upload(file: OutgoingFile, onProgress: (share: number) => void): Promise<Result<Attachment>>;
  outboxState(): OutboxState;
  storeSize(): StoreSize;
  decide(key: string, decision: QueueDecision): Result<null>;
  typing(ticketId: string): void;
  viewing(ticketId: string | null): void;
  /** The host has a fresh access token. */
  renewed(token: string): void;
  wake(): void;
  stop(): Promise<void>;
}
