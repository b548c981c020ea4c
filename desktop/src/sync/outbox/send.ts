import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { operations, type OperationId } from '@tikethet/shared/contracts';
import { isErrorCode } from '@tikethet/shared/errors';
import { z } from 'zod';
import type { Result } from '../../bridge';
import { fail, failure } from '../../ipc/result';
import { parseOutput } from '../reader';

const envelope = z.object({
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).default({}) }),
});
const answer = operations['commands.run'].output;

export interface OutgoingCommand {
  key: string;
  operation: OperationId;
  input: Record<string, unknown>;
}

function toResult(operation: OperationId, status: number, body: unknown): Result<unknown> {
  // JSON has no `undefined`: an empty answer may come as null.
  if (status === 204) return parseOutput(operation, undefined);
  if (status < 400) return parseOutput(operation, body);
  const refused = envelope.safeParse(body);
  if (!refused.success || !isErrorCode(refused.data.error.code)) return fail('internal', status);
  return fail(refused.data.error.code, status, refused.data.error.details);
}

/**
 * Sends commands in one request, once.
 * @returns what became of each, by its key; failures of the request itself are everybody's
 */
export async function sendCommands(
  api: ApiClient,
  commands: readonly OutgoingCommand[],
  signal: AbortSignal,
): Promise<Map<string, Result<unknown>>> {
  const all = (result: Result<unknown>) => new Map(commands.map(({ key }) => [key, result]));
  try {
    const sent = await api('POST /commands', { commands: [...commands] }, { signal });
    const { results } = answer.parse(sent);
    const byKey = new Map(results.map((item) => [item.key, item]));
    return new Map(
      commands.map(({ key, operation }) => {
        const item = byKey.get(key);
        if (item === undefined)
          return [key, fail('internal', 502, { reason: 'unexpected_answer' })];
        return [key, toResult(operation, item.status, item.body)];
      }),
    );
  } catch (error) {
    if (signal.aborted) return all(fail('network'));
    if (error instanceof ApiError) return all(failure(error));
    return all(fail('internal', 502, { reason: 'unexpected_answer' }));
  }
}
