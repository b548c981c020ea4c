import type { InputOf, OperationOf, Ticket } from '@tikethet/shared/contracts';
import type { BridgeError, DesktopBridge, WriteRoute } from '../../app/bridge';
import type { Desk } from '../../app/live/desk';
import type { Writer } from '../../app/write/writer';
import { changed, undoOf, type BulkChange } from './changes';
import { createFrames } from './frames';

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

/** A change of one ticket that was handed over. */
interface Sent {
  key: string;
  /** As it was before. */
  ticket: Ticket;
  change: BulkChange;
}

interface Parts {
  bridge: DesktopBridge;
  desk: Desk;
  writer: Writer;
  /** Told once, when the last answer is there. */
  failed: (failures: readonly Failure[]) => void;
}

export interface Failure {
  number: number;
  error: BridgeError;
  repeat: () => void;
}

export interface BulkSender {
  /**
   * Changes tickets: a command each, kept and shown before the desk knows.
   * @param seconds for which nothing leaves
   * @returns takes all of it back: what has not left is withdrawn, the rest is changed once more
   */
  readonly send: (steps: readonly Omit<Sent, 'key'>[], seconds: number) => () => Promise<void>;
}

export function createBulkSender({ bridge, desk, writer, failed }: Parts): BulkSender {
  const frames = createFrames((work) => desk.together(work));

  const send: BulkSender['send'] = (steps, seconds) => {
    const dueAt = seconds > 0 ? new Date(Date.now() + seconds * 1_000).toISOString() : undefined;
    const failures: Failure[] = [];
    let open = steps.length;
    const done = (): void => {
      open -= 1;
      if (open === 0 && failures.length > 0) failed(failures);
    };
    const sent = steps.map(({ ticket, change }): Sent => {
      const { id, number } = ticket;
      const command = commandOf(ticket, change);
      const key = writer.write({
        // Each route with its own input: the pairing is lost on the union.
        route: command.route as 'PUT /tickets/{id}',
        input: () =>
          command.input(desk.overlay.baseVersion(id, ticket.version)) as InputOf<'tickets.update'>,
        lane: id,
        dueAt,
        show: (shownKey) =>
          frames.add(() => desk.patch(ticket, shownKey, (shown) => changed(shown, change))),
        settle: (said, settledKey) => {
          frames.add(() => desk.settle(said, settledKey));
          done();
        },
        revert: (revertedKey) => frames.add(() => desk.revert(id, revertedKey)),
        failed: (error, repeat) => {
          failures.push({ number, error, repeat });
          done();
        },
      });
      return { key, ticket, change };
    });

    /** @returns whether it had not left, and never will */
    const withdraw = async ({ key, ticket }: Sent): Promise<boolean> => {
      if (dueAt === undefined) return false;
      const { ok } = await bridge.outbox.decide(key, { action: 'withdraw' });
      if (!ok) return false;
      frames.add(() => desk.revert(ticket.id, key));
      done();
      return true;
    };
    return async () => {
      const withdrawn = await Promise.all(sent.map(withdraw));
      const left = sent.filter((_, index) => withdrawn[index] === false);
      const back = left.flatMap(({ ticket, change }) =>
        undoOf(ticket, change).map((undo) => ({
          ticket: desk.find(ticket.id) ?? ticket,
          change: undo,
        })),
      );
      if (back.length > 0) send(back, 0);
    };
  };
  return { send };
}
