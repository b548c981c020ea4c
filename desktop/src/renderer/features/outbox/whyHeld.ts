import type { TFunction } from 'i18next';
import type { BridgeError } from '../../app/bridge';
import { errorText } from '../../ui/errorText';

/** Why the desk has refused what somebody wrote, in words. */
export function whyHeld(problem: BridgeError, t: TFunction): string {
  const { details, code } = problem;
  if (code === 'ticket_closed') return t('outbox.closed');
  if (code === 'timeout') return t('outbox.tooOld');
  if (code !== 'conflict') return errorText(problem, t);
  const known = details['changedByName'];
  const name = typeof known === 'string' && known !== '' ? known : t('outbox.colleague');
  if (details['reason'] === 'answered') return t('outbox.answered', { name });
  if (details['reason'] === 'reassigned') return t('outbox.reassigned', { name });
  return t('outbox.changed');
}
