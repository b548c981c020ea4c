import { z } from 'zod';
import type { About, PageError, UpdateState } from '../bridge/program';

/** The calls about the program itself, as `IpcCalls` lists the others. */
export interface ProgramCalls {
  'program.about': { input: null; value: About };
  'program.useServer': { input: { address: string }; value: null };
  'program.saveReport': { input: null; value: null };
  'program.reportError': { input: PageError; value: null };
  'updates.state': { input: null; value: UpdateState };
  'updates.check': { input: null; value: UpdateState };
  'updates.restart': { input: null; value: null };
}

const nothing = z.null();

export const programSchemas = {
  'program.about': nothing,
  'program.useServer': z.strictObject({ address: z.string().max(2_000) }),
  'program.saveReport': nothing,
  'program.reportError': z.strictObject({
    message: z.string().max(2_000),
    stack: z.string().max(10_000).nullable(),
  }),
  'updates.state': nothing,
  'updates.check': nothing,
  'updates.restart': nothing,
} as const satisfies { [C in keyof ProgramCalls]: z.ZodType<ProgramCalls[C]['input']> };
