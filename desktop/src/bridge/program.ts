import type { Result } from '.';

/** What the program around the page can do. */
export interface ProgramBridge {
  about(): Promise<About>;
  /**
   * Names another desk and starts the program again with it. Fails with `validation_failed` (not
   * an address that may be used) or `network` (nothing of TiketHet answers there).
   */
  useServer(address: string): Promise<Result<null>>;
  updates: {
    state(): Promise<UpdateState>;
    check(): Promise<UpdateState>;
    /** Ends the program, puts the new version in its place and starts it. */
    restart(): Promise<Result<null>>;
  };
  /** Saves what helps to find a defect as one readable file, where the person chooses. */
  saveReport(): Promise<Result<null>>;
  /** Keeps an error of the page in the program's log. */
  reportError(error: PageError): void;
}

export interface About {
  version: string;
  electron: string;
  /** Such as `linux x64`. */
  system: string;
  serverUrl: string;
  /** The address is given from outside and cannot be changed here. */
  serverFixed: boolean;
}

export interface PageError {
  message: string;
  stack: string | null;
}

export const UPDATE_CHANNELS = ['latest', 'beta'] as const;
export type UpdateChannel = (typeof UPDATE_CHANNELS)[number];

export type UpdateState =
  /** This program was not installed from a place that has updates. */
  | { status: 'off' }
  /** `checkedAt`: ISO 8601, null before the first answer. */
  | { status: 'current'; checkedAt: string | null }
  | { status: 'checking' }
  /** `share`: 0 to 1. */
  | { status: 'downloading'; version: string; share: number }
  | { status: 'ready'; version: string; notes: string }
  | { status: 'failed'; at: string };
