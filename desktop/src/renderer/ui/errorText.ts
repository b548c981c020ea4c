import type { TFunction } from 'i18next';
import type { BridgeError } from '../../bridge';
import { BridgeFailure } from '../app/bridge';

/** What an error means to a person, and what to do. */
export function errorText(error: unknown, t: TFunction): string {
  const code = codeOf(error);
  return t(`errors.${code === 'invalid_ipc' ? 'internal' : code}`);
}

function codeOf(error: unknown): BridgeError['code'] {
  if (error instanceof BridgeFailure) return error.error.code;
  if (typeof error === 'object' && error !== null && 'code' in error) {
    return (error as BridgeError).code;
  }
  return 'internal';
}
