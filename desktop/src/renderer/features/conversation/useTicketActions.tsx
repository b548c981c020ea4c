import { useQueryClient } from '@tanstack/react-query';
import type { PersonRef, Ticket } from '@tikethet/shared/contracts';
import {
  isActive,
  statusAfterAssignment,
  workingStatus,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import { useMemo } from 'react';
import { useBridge, type BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import type { TicketPatch } from '../../app/live/overlay';
import { useTranslation } from '../../app/texts';
import { raiseConflict, type ChangedField } from '../../app/write/conflict';
import { momentText } from '../../ui/moments';
import { useToasts } from '../../ui/useToasts';

const NAMES = {
  status: 'status',
  priority: 'priority',
  categoryId: 'category',
  assigneeId: 'assign',
  tags: 'tags',
  snoozedUntil: 'snooze',
} as const satisfies Record<ChangedField, string>;

interface Change {
  field: ChangedField;
  value: unknown;
  patch: TicketPatch;
  /** The version the person decided on. */
  version: number;
  /** It is saved. */
  done?: () => void;
}

/** What is finished does not sleep any more. */
function withStatus(ticket: Ticket, status: TicketStatus): Ticket {
  return { ...ticket, status, snoozedUntil: isActive(status) ? ticket.snoozedUntil : null };
}

/** Everything a person may do to a ticket: on screen at once, taken back with a word if refused. */
export function useTicketActions(ticket: Ticket) {
  const { t, i18n } = useTranslation();
  const bridge = useBridge();
  const { desk, writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();

  return useMemo(() => {
    const { id, number } = ticket;

    /** @returns the key of its command */
    const send = (change: Change): string => {
      const { field, value, patch } = change;
      const version = () => desk.overlay.baseVersion(id, change.version);
      const shared = {
        lane: id,
        show: (key: string) => desk.patch(ticket, key, patch),
        settle: (said: Ticket, key: string) => {
          desk.settle(said, key);
          change.done?.();
        },
        revert: (key: string) => desk.revert(id, key),
        failed: (error: BridgeError, repeat: () => void, key: string) =>
          failed(change, error, repeat, key),
      };
      if (field === 'assigneeId') {
        const assigneeId = value as string | null;
        return writer.write({
          ...shared,
          route: 'PUT /tickets/{id}/assign',
          input: () => ({ id, assigneeId, version: version() }),
        });
      } else if (field === 'status') {
        const status = value as TicketStatus;
        return writer.write({
          ...shared,
          route: 'PUT /tickets/{id}/status',
          input: () => ({ id, status, version: version() }),
        });
      } else if (field === 'snoozedUntil') {
        const until = value as string | null;
        return writer.write({
          ...shared,
          route: 'PUT /tickets/{id}/snooze',
          input: () => ({ id, until, version: version() }),
        });
      } else {
        return writer.write({
          ...shared,
          route: 'PUT /tickets/{id}',
          input: () => ({ id, [field]: value, version: version() }),
        });
      }
    };

    const failed = (change: Change, error: BridgeError, repeat: () => void, key: string): void => {
      const what = t(`toast.what.${NAMES[change.field]}`);
      if (error.code === 'conflict') {
        void client.invalidateQueries({ queryKey: keys.ticket(id) });
        const { current, version } = error.details;
        raiseConflict({
          ticket,
          field: change.field,
          theirs: current,
          mine: change.value,
          details: error.details,
          keepMine: () => {
            if (bridge.kind === 'electron') {
              void bridge.outbox.decide(key, { action: 'force' });
              return;
            }
            send({ ...change, version: typeof version === 'number' ? version : change.version });
          },
          keepTheirs: () => void bridge.outbox.decide(key, { action: 'discard' }),
        });
        return;
      }
      if (error.code === 'illegal_transition') {
        void client.invalidateQueries({ queryKey: keys.ticket(id) });
      }
      toasts.failed(what, error, repeat);
    };

    const begin = (
      field: ChangedField,
      value: unknown,
      patch: TicketPatch,
      done?: () => void,
    ): string => send({ field, value, patch, version: ticket.version, done });

    const assign = (assignee: PersonRef | null): string =>
      begin('assigneeId', assignee?.id ?? null, (shown) => ({
        ...shown,
        assigneeId: assignee?.id ?? null,
        assignee,
        status: statusAfterAssignment(shown.status, assignee?.id ?? null),
      }));
    const setStatus = (status: TicketStatus, done?: () => void): string =>
      begin('status', status, (shown) => withStatus(shown, status), done);

    // Each answers the key of its command.
    return {
      assign,
      setStatus: (status: TicketStatus) => setStatus(status),
      setPriority: (priority: TicketPriority) =>
        begin('priority', priority, (shown) => ({ ...shown, priority })),
      setCategory: (categoryId: string) =>
        void begin('categoryId', categoryId, (shown) => ({ ...shown, categoryId })),
      setTags: (tags: string[]) => begin('tags', tags, (shown) => ({ ...shown, tags })),
      /** @returns the key of its command; null: there is nothing to resolve */
      resolve: () => {
        if (!isActive(ticket.status)) return null;
        return setStatus('RESOLVED', () =>
          toasts.done(t('toast.resolved', { number: `#${number}` })),
        );
      },
      snooze: (until: Date | null) => {
        const at = until?.toISOString() ?? null;
        const done = () => {
          if (at === null) return;
          const time = momentText(at, Date.now(), i18n.language);
          toasts.done(t('snooze.done', { number: `#${number}`, time }));
        };
        void begin('snoozedUntil', at, (shown) => ({ ...shown, snoozedUntil: at }), done);
      },
      reopen: () => void setStatus(workingStatus(ticket.assigneeId)),
    };
  }, [bridge, client, desk, i18n, t, ticket, toasts, writer]);
}
