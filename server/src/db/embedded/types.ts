/** Where the supervisor reports; a pino logger fits. */
export interface EmbeddedLog {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** The unprivileged user Postgres runs as when we are root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** `spawn` options that make a process run as the account (none: as ourselves). */
export function as(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
