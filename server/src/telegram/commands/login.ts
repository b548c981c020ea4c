import { AppError, type ErrorCode } from '@tikethet/shared/errors';
import { findDeviceGrant, normalUserCode } from '../../domain/sessions/decideDeviceGrant';
import { callbackData } from '../callbacks/data';
import type { TextKey } from '../texts';
import type { Turn } from '../turn';
import type { Command } from './command';

/** Why a device cannot be signed in, in the bot's words. */
export const LOGIN_REFUSALS: Partial<Record<ErrorCode, TextKey>> = {
  forbidden: 'login.staffOnly',
  invalid_device_code: 'login.unknown',
  expired_token: 'login.expired',
};

/** Shows which device asks to be signed in, and asks for a decision. */
export async function askForDevice(turn: Turn, typed: string): Promise<void> {
  const userCode = normalUserCode(typed);
  try {
    const { deviceName, ip } = await findDeviceGrant(turn.ctx, userCode);
    const yes = {
      text: turn.plain('button.approve'),
      callback_data: callbackData('dev', 'yes', userCode),
    };
    const no = {
      text: turn.plain('button.deny'),
      callback_data: callbackData('dev', 'no', userCode),
    };
    await turn.say(turn.t('login.ask', { device: deviceName, ip }), {
      keyboard: { inline_keyboard: [[yes, no]] },
    });
  } catch (error) {
    const key = error instanceof AppError ? LOGIN_REFUSALS[error.code] : undefined;
    if (key === undefined) throw error;
    await turn.say(turn.t(key));
  }
}

export const login: Command = {
  description: 'command.login',
  menu: 'staff',
  run: async (turn, argument) => {
    if (normalUserCode(argument) === '') return turn.say(turn.t('login.usage'));
    await askForDevice(turn, argument);
  },
};
