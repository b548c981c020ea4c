import type { MacroActions, PersonRef, Ticket } from '@tikethet/shared/contracts';
import { LIMITS, TRANSITIONS } from '@tikethet/shared/tickets';
import type { Rights } from '../conversation/access';
import type { useTicketActions } from '../conversation/useTicketActions';

type Does = Pick<
  ReturnType<typeof useTicketActions>,
  'assign' | 'setStatus' | 'setPriority' | 'setTags'
>;

export interface MacroContext {
  ticket: Ticket;
  rights: Rights;
  me: PersonRef;
  /** Colleagues that this person knows of. */
  team: readonly PersonRef[];
}

/**
 * Does what a macro says, after its text was handed over. What is so already, what the person may
 * not do and what the ticket's status does not allow is left out: the text was what mattered.
 * @returns the keys of its commands
 */
export function runActions(actions: MacroActions, does: Does, context: MacroContext): string[] {
  const { ticket, rights, me, team } = context;
  const keys: string[] = [];
  if (actions.assign === 'me' && rights.take && ticket.assigneeId !== me.id) {
    keys.push(does.assign(me));
  } else if (actions.assign === 'nobody' && rights.take && ticket.assigneeId !== null) {
    keys.push(does.assign(null));
  } else if (rights.assign && actions.assign !== ticket.assigneeId) {
    const colleague = team.find(({ id }) => id === actions.assign);
    if (colleague) keys.push(does.assign(colleague));
  }
  if (!rights.update) return keys;
  const { status, priority, addTags } = actions;
  if (priority !== null && priority !== ticket.priority) {
    keys.push(does.setPriority(priority));
  }
  const tags = [...new Set([...ticket.tags, ...addTags])].slice(0, LIMITS.tags);
  if (tags.length > ticket.tags.length) keys.push(does.setTags(tags));
  if (status !== null && status !== ticket.status && TRANSITIONS[ticket.status].includes(status)) {
    keys.push(does.setStatus(status));
  }
  return keys;
}
