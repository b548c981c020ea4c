import type {
  Attachment,
  InputOf,
  OperationId,
  OperationOf,
  OutputOf,
  Route,
  Ticket,
  User,
} from '@tikethet/shared/contracts';
import type { ErrorCode } from '@tikethet/shared/errors';
import type { NativeBridge, SoundName, TestStep } from './native';
import type { Preferences } from './preferences';
import type { ProgramBridge, UpdateState } from './program';
import type { FeedEvent, PresenceState, TypingNotice } from '@tikethet/shared/events';
import type { PaperBridge } from './paper';

export type { Preferences } from './preferences';

/**
 * The only thing the renderer knows of the world outside it. In Electron the preload implements it
 * over IPC (main and the sync engine behind it); in the browser preview a thin web version does.
 * Everything that crosses is plain data: failures are values, because IPC loses error classes.
 */
export interface DesktopBridge {
  readonly kind: 'electron' | 'web';
  readonly session: SessionBridge;
  readonly native: NativeBridge;
  /** Null in the browser's preview. */
  readonly program: ProgramBridge | null;
  /** Reads what the sync engine has, or can get. */
  read<R extends ReadRoute>(
    route: R,
    input: InputOf<OperationOf<R>>,
  ): Promise<Result<OutputOf<OperationOf<R>>>>;
  /**
   * Hands a change to the sync engine. `key` is the command's idempotency key (UUID), made when
   * the person acted: handing the same key in twice has one effect. The answer is what became of
   * it at the desk, which may take days without a network.
   * @param kept called once the change cannot be lost any more (on disk, where there is one) and
   * may be shown
   */
  write<R extends WriteRoute>(
    route: R,
    input: InputOf<OperationOf<R>>,
    key: string,
    kept: () => void,
    options?: WriteOptions,
  ): Promise<Result<OutputOf<OperationOf<R>>>>;
  outbox: {
    /** What is kept and not taken by the desk yet. Always empty in the browser. */
    state(): Promise<OutboxState>;
    /** A person's word on one of them. */
    decide(key: string, decision: QueueDecision): Promise<Result<null>>;
  };
  upload(file: UploadFile, onProgress: (share: number) => void): Promise<Result<Attachment>>;
  /** What is kept on this computer; null: nothing is. */
  storeSize(): Promise<StoreSize | null>;
  /** Turns an attachment's `url` or `thumbnailUrl` into one this renderer may load. */
  fileUrl(path: string): string;
  /** The same for a person's `avatarUrl`; a promise where it must be fetched first, null: in vain. */
  faceUrl(path: string): string | Promise<string | null>;
  /** Saves an attachment to disk by the system's own dialog (the browser's download on the web). */
  saveFile(attachment: { id: string; url: string; fileName: string }): Promise<Result<null>>;
  readonly paper: PaperBridge;
  typing(ticketId: string): void;
  viewing(ticketId: string | null): void;
  /** Opens an https link in the system's browser. */
  openExternal(url: string): Promise<Result<null>>;
  preferences: {
    get(): Promise<Preferences>;
    set(change: Partial<Preferences>): Promise<Preferences>;
  };
  /** Subscribes; the answer unsubscribes. */
  on<K extends keyof BridgeEvents>(name: K, listener: (value: BridgeEvents[K]) => void): () => void;
}

type RouteWith<M extends string> = Extract<Route, `${M} ${string}`>;
export type ReadRoute = RouteWith<'GET'>;
export type WriteRoute = Exclude<
  RouteWith<'POST' | 'PUT' | 'DELETE'>,
  | `POST /auth/${string}`
  | 'POST /commands'
  | 'POST /attachments'
  | 'PUT /attachments/uploads/{key}'
  | 'POST /tickets/{id}/typing'
>;

export interface WriteOptions {
  /**
   * ISO 8601, within a minute: the change is kept at once and sent then, so that it can still be
   * withdrawn. Only for changes that may wait.
   */
  dueAt?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: BridgeError };

export interface BridgeError {
  /**
   * `network` and `timeout`: nothing is known of the outcome; the key makes repeating safe.
   * `storage`: this computer could not keep it (`details.problem`); nothing was sent.
   * `view_only`: the person looks at the desk as another role.
   */
  code: ErrorCode | 'network' | 'timeout' | 'invalid_ipc' | 'storage' | 'view_only';
  status: number;
  details: Record<string, unknown>;
}

export interface SessionBridge {
  state(): Promise<SessionState>;
  /** Begins the device sign-in; the outcome arrives as the `session` event. */
  start(): Promise<Result<DeviceSignIn>>;
  cancel(): Promise<void>;
  signOut(): Promise<void>;
}

export interface DeviceSignIn {
  userCode: string;
  verificationUrl: string;
  /** ISO 8601. */
  expiresAt: string;
}

export type SessionState =
  | {
      status: 'signedOut';
      /**
       * `wiped`: somebody had this device erase what it kept. `locked`: the desk was silent for too
       * long; what is kept opens with its next word.
       */
      reason: 'none' | 'revoked' | 'denied' | 'expired' | 'blocked' | 'wiped' | 'locked';
    }
  | { status: 'signingIn'; device: DeviceSignIn }
  | {
      status: 'signedIn';
      user: User;
      serverUrl: string;
      storage: 'keychain' | 'obfuscated' | 'browser';
    };

/** One change that waits to be sent. */
export interface QueuedItem {
  /** Its idempotency key. */
  key: string;
  operation: OperationId;
  ticketId: string | null;
  /** The ticket as it was called when the person acted. */
  subject: { number: number; title: string } | null;
  input: Record<string, unknown>;
  attachments: Attachment[];
  /** ISO 8601: since when. */
  at: string;
  /**
   * `held`: the desk refused it, a person decides. `behind`: it waits for a held one of the same
   * ticket. `waiting`: for the network, or for the desk to mend.
   */
  state: 'waiting' | 'sending' | 'held' | 'behind';
  /** Why it is held, or why the last try failed. */
  problem: BridgeError | null;
  /** ISO 8601: it may be withdrawn until then; null: it goes as soon as it can. */
  dueAt: string | null;
}

export interface OutboxState {
  /** All of them; `items` may be fewer. */
  unsent: number;
  held: number;
  /** Held ones first, then the oldest. */
  items: QueuedItem[];
}

export type QueueDecision =
  /** Once more, as it is; one that is not due yet goes now. */
  | { action: 'retry' }
  /** All the same: over what others did meanwhile. */
  | { action: 'force' }
  | { action: 'discard' }
  /** Back to whoever wrote it: not sent, its files stay for the next message. */
  | { action: 'withdraw' }
  /** With another text. */
  | { action: 'edit'; content: string };

/** What the console says about its own store. */
export interface StoreState {
  /** `damaged`: it was put aside and is read anew. The others: nothing can be kept here now. */
  problem: 'damaged' | 'disk_full' | 'read_only' | 'unusable' | null;
  /** The working set is being read from the desk. */
  loading: boolean;
}

/** What the console's store holds. */
export interface StoreSize {
  /** On the disk, all together. */
  bytes: number;
  tickets: number;
  thumbnails: number;
}

export interface ConnectionState {
  status: 'connecting' | 'online' | 'offline';
  /** ISO 8601: when everything known was last true. */
  lastOnlineAt: string | null;
}

export interface UploadFile {
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

export interface BridgeEvents {
  session: SessionState;
  /** Told to a new subscriber at once when it is known. */
  connection: ConnectionState;
  /** Changes of the desk, in feed order: those that came together. */
  events: FeedEvent[];
  /** What waits to be sent; told to a new subscriber at once when it is known. */
  outbox: OutboxState;
  /** Told to a new subscriber at once when it is known. */
  store: StoreState;
  /** Tickets as they are shown now that the person's own unsent changes are others. */
  shown: Ticket[];
  /** Everything cached may be wrong: read it again. */
  reset: null;
  typing: TypingNotice;
  presence: PresenceState;
  /** Changed elsewhere than by this renderer: the application menu, another tab of the preview. */
  preferences: Preferences;
  /** A notification, link or tray entry asks for this ticket; kept until somebody subscribes. */
  openTicket: { ticketId: string; messageId: string | null };
  /** A `tikethet://` link names a ticket that this person does not find; kept like the above. */
  linkUnknown: { number: number };
  /** The tray asks for the list of notifications; kept like the above. */
  openNotifications: null;
  /** Something calls the person: make this sound. */
  sound: { name: SoundName };
  /** How far the self-test is. */
  selfTest: TestStep[];
  update: UpdateState;
}
