export { Sandbox, type SandboxOptions } from './sandbox';
export { startSandboxServer, type SandboxServer } from './standalone';
export type { Fault, Outage } from './botApi/faults';
export type { LoggedCall } from './botApi/callLog';
export type { SandboxPerson, StoredMessage, TgMessage, TgUpdate } from './types';
