import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { operations, type OperationId } from '@tikethet/shared/contracts';
import { isErrorCode } from '@tikethet/shared/errors';
import { z } from 'zod';
import type { BridgeError, Result } from '../../bridge';
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
  if (status < 400) {
    // JSON has no `undefined`: an empty answer may come as null.
    const read = parseOutput(operation, status === 204 ? undefined : body);
    return read.ok ? read : fail('internal', status, { reason: 'unexpected_answer' });
  }
  const refused = envelope.safeParse(body);
  if (!refused.success || !isErrorCode(refused.data.error.code)) return fail('internal', status);
  return fail(refused.data.error.code, status, refused.data.error.details);
}

/** Whether the desk has taken a command with words that are not understood here: a newer desk's. */
export function isTakenAllTheSame({ code, status }: BridgeError): boolean {
  return code === 'internal' && status >= 200 && status < 300;
}

/** Something answered that is not the desk, or not all of it: nothing is known of the commands. */
const NO_ANSWER = fail('unavailable', 502, { reason: 'unexpected_answer' });

/**
 * Sends commands in one request, once; in two, when the desk finds it too large.
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
        return [key, item ? toResult(operation, item.status, item.body) : NO_ANSWER];
      }),
    );
  } catch (error) {
    if (signal.aborted) return all(fail('network'));
    if (!(error instanceof ApiError)) return all(NO_ANSWER);
    // Said by the desk or by a proxy before it.
    if (error.status !== 413) return all(failure(error));
    const middle = Math.ceil(commands.length / 2);
    if (middle === commands.length) return all(fail('payload_too_large', 413));
    const first = await sendCommands(api, commands.slice(0, middle), signal);
    return new Map([...first, ...(await sendCommands(api, commands.slice(middle), signal))]);
  }
}
