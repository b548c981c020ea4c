import { notifications } from '@mantine/notifications';
import type { InputOf, OperationOf, Ticket } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeError, WriteRoute } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useToasts } from '../../ui/useToasts';
import { canChange, changed, undoOf, type BulkChange } from './changes';
import { createFrames } from './frames';

/** The words of the newest offer to take something back. */
let offered: string | null = null;

interface Command<R extends WriteRoute> {
  route: R;
  input: (version: number) => InputOf<OperationOf<R>>;
}

/** The command that a change is. Tags are added and removed, so that nobody's are lost. */
function commandOf(
  { id }: Ticket,
  change: BulkChange,
):
  | Command<'PUT /tickets/{id}'>
  | Command<'PUT /tickets/{id}/assign'>
  | Command<'PUT /tickets/{id}/status'>
  | Command<'PUT /tickets/{id}/snooze'> {
  const update = (fields: Omit<InputOf<'tickets.update'>, 'id'>, versioned = true) =>
    ({
      route: 'PUT /tickets/{id}',
      input: (version: number) => ({ id, ...fields, ...(versioned && { version }) }),
    }) as const;
  switch (change.kind) {
    case 'assign': {
      const assigneeId = change.assignee?.id ?? null;
      return {
        route: 'PUT /tickets/{id}/assign',
        input: (version) => ({ id, assigneeId, version }),
      };
    }
    case 'status': {
      const { status } = change;
      return { route: 'PUT /tickets/{id}/status', input: (version) => ({ id, status, version }) };
    }
    case 'snooze': {
      const { until } = change;
      return { route: 'PUT /tickets/{id}/snooze', input: (version) => ({ id, until, version }) };
    }
    case 'priority':
      return update({ priority: change.priority });
    case 'category':
      return update({ categoryId: change.categoryId });
    case 'addTag':
      return update({ addTags: [change.tag] }, false);
    case 'removeTag':
      return update({ removeTags: [change.tag] }, false);
  }
}

/**
 * Changes many tickets as if each had been changed by itself: a command each, kept and shown before
 * the desk knows, and one way back for all of them.
 */
export function useBulk() {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const toasts = useToasts();

  return useMemo(() => {
    const frames = createFrames((work) => desk.together(work));

    /** @returns how many could not be saved, told once when the last answer is there */
    const send = (steps: readonly { ticket: Ticket; change: BulkChange }[]): void => {
      const failures: { number: number; error: BridgeError; repeat: () => void }[] = [];
      let open = steps.length;
      const done = (): void => {
        open -= 1;
        const [first] = failures;
        if (open > 0 || first === undefined) return;
        const what =
          failures.length === 1
            ? `#${first.number}`
            : t('bulk.failed', { count: failures.length, number: first.number });
        toasts.failed(what, first.error, () => failures.forEach(({ repeat }) => repeat()));
      };
      for (const { ticket, change } of steps) {
        const { id } = ticket;
        const command = commandOf(ticket, change);
        writer.write({
          // Each route with its own input: the pairing is lost on the union.
          route: command.route as 'PUT /tickets/{id}',
          input: () =>
            command.input(
              desk.overlay.baseVersion(id, ticket.version),
            ) as InputOf<'tickets.update'>,
          lane: id,
          show: (key) =>
            frames.add(() => desk.patch(ticket, key, (shown) => changed(shown, change))),
          settle: (said, key) => {
            frames.add(() => desk.settle(said, key));
            done();
          },
          revert: (key) => frames.add(() => desk.revert(id, key)),
          failed: (error, repeat) => {
            failures.push({ number: ticket.number, error, repeat });
            done();
          },
        });
      }
    };

    return {
      /**
       * Changes those of the tickets that can change so, and offers to take it back.
       * @param what the change in words, for the toast
       * @returns the tickets as they will be
       */
      run: (tickets: readonly Ticket[], change: BulkChange, what: string): Ticket[] => {
        const current = tickets.map((ticket) => desk.find(ticket.id) ?? ticket);
        const able = current.filter((ticket) => canChange(ticket, change));
        if (able.length === 0) {
          toasts.trouble(what, t('bulk.nothing'));
          return current;
        }
        send(able.map((ticket) => ({ ticket, change })));
        const left = current.length - able.length;
        const count = t('bulk.changed', { count: able.length });
        const note = left === 0 ? '' : ` ${t('bulk.left', { count: left })}`;
        const message = `${what}: ${count}.${note}`;
        // Only the last thing can be taken back: an older offer makes room for this one.
        if (offered !== null) notifications.hide(`undo-${offered}`);
        offered = message;
        toasts.undoable(message, t('bulk.undo'), () =>
          send(
            able.flatMap((ticket) =>
              undoOf(ticket, change).map((back) => ({
                ticket: desk.find(ticket.id) ?? ticket,
                change: back,
              })),
            ),
          ),
        );
        return current.map((ticket) => (able.includes(ticket) ? changed(ticket, change) : ticket));
      },
    };
  }, [desk, t, toasts, writer]);
}
