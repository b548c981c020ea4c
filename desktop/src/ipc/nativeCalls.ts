import { z } from 'zod';
import type { NativeState, TestStep } from '../bridge/native';

/** The calls about what the system does, as `IpcCalls` lists the others. */
export interface NativeCalls {
  'native.state': { input: null; value: NativeState };
  'native.startAtLogin': { input: { wanted: boolean }; value: NativeState };
  'native.openWindow': { input: { ticketId: string }; value: null };
  'native.selfTest': { input: null; value: TestStep[] };
}

const nothing = z.null();

export const nativeSchemas = {
  'native.state': nothing,
  'native.startAtLogin': z.strictObject({ wanted: z.boolean() }),
  'native.openWindow': z.strictObject({ ticketId: z.uuid() }),
  'native.selfTest': nothing,
} as const satisfies { [C in keyof NativeCalls]: z.ZodType<NativeCalls[C]['input']> };
