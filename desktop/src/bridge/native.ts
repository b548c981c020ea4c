import type { Result } from '.';

/** What the system can call a person for, as far as the person may choose. */
export const NOTICE_KINDS = [
  'newTicket',
  'customerReplied',
  'assigned',
  'mentioned',
  'slaAtRisk',
  'unsent',
  'other',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The console's own short sounds. */
export const SOUNDS = ['none', 'chime', 'drop', 'knock', 'bell', 'alarm'] as const;
export type SoundName = (typeof SOUNDS)[number];

/** What this computer does for the console, and what it offers at all. */
export interface NativeState {
  platform: 'linux' | 'win32' | 'darwin' | 'web';
  /** The system can show notifications; whether it does, only the self-test tells. */
  notifications: boolean;
  /** One can answer inside a notification. */
  reply: boolean;
  /** Notifications may have buttons. */
  actions: boolean;
  /** `null`: this copy of the program cannot be started by the system. */
  startsAtLogin: boolean | null;
  /** Whether the system-wide key works; `taken`: another program has it. */
  shortcut: 'off' | 'works' | 'taken' | 'unsupported';
  /** There is an icon beside the clock, and closing may leave the console there. */
  tray: boolean;
  /** `system`: the system checks in the languages it was set to. */
  spelling: 'system' | 'dictionaries' | 'none';
}

/** Links of the chain that a notification comes by, in its order. */
export const TEST_STEPS = ['server', 'feed', 'wanted', 'system'] as const;
export type TestStepName = (typeof TEST_STEPS)[number];

export interface TestStep {
  name: TestStepName;
  /** `untold`: not tried, because something before it is broken. */
  state: 'running' | 'works' | 'broken' | 'untold';
  /** What is wrong, as a word of its own; null: nothing, or nothing more is known. */
  problem:
    | 'network'
    | 'refused'
    | 'offline'
    | 'silent'
    | 'off'
    | 'muted'
    | 'quietHours'
    | 'unsupported'
    | 'failed'
    | null;
  /** Milliseconds it took; null before its end. */
  took: number | null;
}

/** What the system around the console does for it. In a browser most of it is missing. */
export interface NativeBridge {
  state(): Promise<NativeState>;
  startAtLogin(wanted: boolean): Promise<Result<NativeState>>;
  /** Opens a ticket in a window of its own, or brings that one to the front. */
  openWindow(ticketId: string): Promise<Result<null>>;
  /**
   * Sends a trial from the server to a notification of this computer. Steps are told as the event
   * `selfTest` while it goes; it ends at the first broken one.
   */
  selfTest(): Promise<TestStep[]>;
}
