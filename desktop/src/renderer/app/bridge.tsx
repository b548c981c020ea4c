import { createContext, use, type ReactNode } from 'react';
import type { BridgeError, DesktopBridge, Result } from '../../bridge';
export type { ProgramBridge, UpdateState } from '../../bridge/program';
export { WORKING_SET } from '../../bridge/workingSet';

export type {
  BridgeError,
  BridgeEvents,
  ConnectionState,
  DesktopBridge,
  DeviceSignIn,
  OutboxState,
  Preferences,
  QueueDecision,
  QueuedItem,
  Result,
  SessionState,
  WriteRoute,
} from '../../bridge';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a plain browser. */
    tikethet?: DesktopBridge;
  }
}

const BridgeContext = createContext<DesktopBridge | null>(null);

export function BridgeProvider({
  bridge,
  children,
}: {
  bridge: DesktopBridge;
  children: ReactNode;
}) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>;
}

/** The renderer's only way out. */
export function useBridge(): DesktopBridge {
  const bridge = use(BridgeContext);
  if (!bridge) throw new Error('BridgeProvider is missing');
  return bridge;
}

/** A failed {@link Result} where an exception is expected (queries). */
export class BridgeFailure extends Error {
  readonly error: BridgeError;

  constructor(error: BridgeError) {
    super(error.code);
    this.name = 'BridgeFailure';
    this.error = error;
  }
}

/** The value of a result; throws {@link BridgeFailure}. */
export async function unwrap<T>(pending: Promise<Result<T>>): Promise<T> {
  const result = await pending;
  if (!result.ok) throw new BridgeFailure(result.error);
  return result.value;
}

/** Whether a query failed because the thing does not exist for this person. */
export function isMissing(error: unknown): boolean {
  return error instanceof BridgeFailure && error.error.code === 'not_found';
}
