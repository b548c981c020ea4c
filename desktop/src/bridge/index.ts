import type {
  Attachment,
  InputOf,
  OperationOf,
  OutputOf,
  Route,
  User,
} from '@tikethet/shared/contracts';
import type { ErrorCode } from '@tikethet/shared/errors';
import type { FeedEvent, PresenceState, TypingNotice } from '@tikethet/shared/events';

/**
 * The only thing the renderer knows of the world outside it. In Electron the preload implements it
 * over IPC (main and the sync engine behind it); in the browser preview a thin web version does.
 * Everything that crosses is plain data: failures are values, because IPC loses error classes.
 */
export interface DesktopBridge {
  readonly kind: 'electron' | 'web';
  readonly session: SessionBridge;
  /** Reads what the sync engine has, or can get. */
  read<R extends ReadRoute>(
    route: R,
    input: InputOf<OperationOf<R>>,
  ): Promise<Result<OutputOf<OperationOf<R>>>>;
  /**
   * Hands a change to the sync engine. `key` is the command's idempotency key (UUID), made when
   * the person acted: handing the same key in twice has one effect.
   */
  write<R extends WriteRoute>(
    route: R,
    input: InputOf<OperationOf<R>>,
    key: string,
  ): Promise<Result<OutputOf<OperationOf<R>>>>;
  upload(file: UploadFile, onProgress: (share: number) => void): Promise<Result<Attachment>>;
  /** Turns an attachment's `url` or `thumbnailUrl` into one this renderer may load. */
  fileUrl(path: string): string;
  /** Saves an attachment to disk by the system's own dialog (the browser's download on the web). */
  saveFile(attachment: { id: string; url: string; fileName: string }): Promise<Result<null>>;
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
  `POST /auth/${string}` | 'POST /commands' | 'POST /attachments' | 'POST /tickets/{id}/typing'
>;

export type Result<T> = { ok: true; value: T } | { ok: false; error: BridgeError };

export interface BridgeError {
  /** `network` and `timeout`: nothing is known of the outcome; the key makes repeating safe. */
  code: ErrorCode | 'network' | 'timeout' | 'invalid_ipc';
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
  | { status: 'signedOut'; reason: 'none' | 'revoked' | 'denied' | 'expired' | 'blocked' }
  | { status: 'signingIn'; device: DeviceSignIn }
  | {
      status: 'signedIn';
      user: User;
      serverUrl: string;
      storage: 'keychain' | 'obfuscated' | 'browser';
    };

export interface ConnectionState {
  status: 'connecting' | 'online' | 'offline';
  /** ISO 8601: when everything known was last true. */
  lastOnlineAt: string | null;
}

export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  /** null: the person's language at the desk, else the system's. */
  language: 'ru' | 'en' | null;
  notifications: boolean;
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
  /** A change of the desk, in feed order. */
  event: FeedEvent;
  /** Everything cached may be wrong: read it again. */
  reset: null;
  typing: TypingNotice;
  presence: PresenceState;
  /** Changed elsewhere than by this renderer: the application menu, another tab of the preview. */
  preferences: Preferences;
  /** A notification, link or tray entry asks for this ticket; kept until somebody subscribes. */
  openTicket: { ticketId: string };
}
