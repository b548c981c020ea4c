import { AppError } from '@tikethet/shared/errors';
import type { Update } from 'grammy/types';
import { decideDeviceGrant } from '../../domain/sessions/decideDeviceGrant';
import { readUpdates } from '../../domain/telegram/updates';
import { LOGIN_REFUSALS } from '../commands/login';
import { receiveContent } from '../content/receiveContent';
import { asCustomerDialogue } from '../dialogues/asCustomer';
import { leaveDialogue } from '../dialogues/dialogue';
import type { Callback } from './callback';

/** The person lets a device in, or turns it away. */
export const decideDevice: Callback<'dev'> = async (turn, [decision, userCode], press) => {
  const approve = decision === 'yes';
  try {
    const { deviceName } = await decideDeviceGrant(turn.ctx, { userCode, approve });
    const key = approve ? 'login.approved' : 'login.denied';
    await turn.replace(press.messageId, turn.t(key, { device: deviceName }));
  } catch (error) {
    const key = error instanceof AppError ? LOGIN_REFUSALS[error.code] : undefined;
    if (key === undefined) throw error;
    await turn.replace(press.messageId, turn.t(key));
  }
};

/** Staff say whether what they wrote was meant as a customer's message. */
export const writeAsCustomer: Callback<'mine'> = async (turn, [decision], press) => {
  const waiting = asCustomerDialogue.read(turn);
  if (waiting === null) return { text: turn.plain('staff.tooLate'), alert: true };
  await leaveDialogue(turn);
  if (decision === 'no') {
    await turn.replace(press.messageId, turn.t('staff.dropped'));
    return;
  }
  await turn.replaceButtons(press.messageId, null);
  const updates = await readUpdates(turn.ctx, turn.chat.botId, waiting.updateIds);
  for (const { message } of updates as Update[]) {
    if (message !== undefined) await receiveContent(turn, message, true);
  }
};
