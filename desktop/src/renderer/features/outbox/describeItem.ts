import type { TicketPriority, TicketStatus } from '@tikethet/shared/tickets';
import type { TFunction } from 'i18next';
import type { QueuedItem } from '../../app/bridge';
import { errorText } from '../../ui/errorText';
import { whyHeld } from './whyHeld';

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What a waiting change does, in a few words. */
export function describeItem({ operation, input }: QueuedItem, t: TFunction): string {
  if (operation === 'messages.create') {
    return t(input['internal'] === true ? 'outbox.what.note' : 'outbox.what.reply');
  }
  if (operation.startsWith('customers.')) return t('outbox.what.customer');
  if (operation.startsWith('macros.')) return t('outbox.what.macro');
  if (operation.startsWith('views.')) return t('saved.what');
  if (operation === 'tickets.pin') return t(input['pinned'] === true ? 'pin.add' : 'pin.remove');
  if (operation === 'tickets.snooze') return t('snooze.action');
  if (operation === 'tickets.read' || operation === 'notifications.read')
    return t('outbox.what.read');
  if (operation === 'me.setConsole') return t('outbox.what.settings');
  if (operation === 'tickets.merge') return t('merge.what');
  if (operation === 'tickets.unmerge') return t('merge.undoWhat');
  if (input['status'] !== undefined) {
    return t('outbox.what.status', { value: t(`status.${input['status'] as TicketStatus}`) });
  }
  if (input['priority'] !== undefined) {
    const value = t(`priority.${input['priority'] as TicketPriority}`);
    return t('outbox.what.priority', { value });
  }
  if (input['categoryId'] !== undefined) return t('outbox.what.category');
  const tags = input['tags'] ?? input['addTags'] ?? input['removeTags'];
  if (Array.isArray(tags)) return t('outbox.what.tags', { value: tags.join(', ') });
  if (input['assigneeId'] === null) return t('outbox.what.release');
  return t(input['assigneeId'] === undefined ? 'outbox.what.other' : 'outbox.what.assign');
}

/** Why it has not gone, when there is more to say than that it waits. */
export function explainItem({ problem, state }: QueuedItem, t: TFunction): string | null {
  if (problem === null) return null;
  const { code } = problem;
  const unreachable = code === 'network' || code === 'timeout';
  if (state !== 'held' && unreachable) return null;
  if (state !== 'held') return t('outbox.retrying', { reason: errorText(problem, t) });
  return whyHeld(problem, t);
}

/** What "all the same" means for a held change; null when nothing can be forced. */
export function forceLabel({ problem, operation }: QueuedItem, t: TFunction): string | null {
  if (problem?.code === 'ticket_closed') return t('outbox.reopenSend');
  if (problem?.code !== 'conflict') return null;
  return t(operation === 'messages.create' ? 'outbox.sendAnyway' : 'outbox.keepMine');
}

/** The text of a message that waits; null for other changes. */
export function contentOf({ operation, input }: QueuedItem): string | null {
  return operation === 'messages.create' ? text(input['content']) : null;
}
