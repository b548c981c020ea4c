import { z } from 'zod';

/** The calls about paper, as `IpcCalls` lists the others. */
export interface PaperCalls {
  'paper.print': { input: null; value: null };
  'paper.savePdf': { input: { fileName: string }; value: null };
}

export const paperSchemas = {
  'paper.print': z.null(),
  'paper.savePdf': z.strictObject({ fileName: z.string().min(1).max(255) }),
} as const satisfies { [C in keyof PaperCalls]: z.ZodType<PaperCalls[C]['input']> };
