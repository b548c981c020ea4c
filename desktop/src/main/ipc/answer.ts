import type { IpcChannel } from '../../ipc/channels';
import type { Result } from '../../bridge';
import { fail, failure } from '../../ipc/result';
import { places, type IpcHandlers } from './handlers';
import { ipcSchemas } from './schemas';

/** Who sent a call, as far as it decides whether to listen. */
export interface Sender {
  /** It is the console's own page, in the top frame of one of the console's windows. */
  trusted: boolean;
  /** Which of the console's pages it is. */
  pageId: number;
}

/**
 * Answers one call. Always a `Result`: a stranger, an input that does not parse and a handler that
 * throws are coded errors.
 */
export async function answerCall<C extends IpcChannel>(
  handlers: IpcHandlers,
  channel: C,
  sender: Sender,
  value: unknown,
  report: (channel: IpcChannel, error: unknown) => void,
): Promise<Result<unknown>> {
  if (!sender.trusted) return fail('invalid_ipc', 0, { reason: 'sender' });
  const parsed = ipcSchemas[channel].safeParse(value);
  if (!parsed.success) return fail('invalid_ipc', 0, { issues: places(parsed.error) });
  try {
    return await handlers[channel](parsed.data, sender.pageId);
  } catch (error) {
    report(channel, error);
    return failure(error);
  }
}
