import {
  macroActions,
  type ConsoleSettings,
  type InputOf,
  type Macro,
  type OperationId,
  type OutputOf,
  type ParsedInputOf,
} from '@tikethet/shared/contracts';
import type { QueuedRow } from './queue';

type Waiting = Pick<QueuedRow, 'operation' | 'input' | 'at' | 'held'>;

function macrosAfterOne(
  macros: readonly Macro[],
  { operation, input, at }: Waiting,
  meId: string,
): Macro[] {
  switch (operation) {
    // Main has checked each input against its operation before it was kept.
    case 'macros.create': {
      const {
        id,
        team = false,
        name,
        texts,
        categoryIds = [],
        actions,
      } = input as InputOf<'macros.create'>;
      if (macros.some((known) => known.id === id)) return [...macros];
      return [
        ...macros,
        {
          id,
          ownerId: team ? null : meId,
          name,
          texts,
          categoryIds,
          actions: macroActions.parse(actions ?? {}),
          version: 1,
          updatedAt: at,
        },
      ];
    }
    case 'macros.update': {
      const { id, base: _base, ...changes } = input as ParsedInputOf<'macros.update'>;
      return macros.map((macro) => (macro.id === id ? { ...macro, ...changes } : macro));
    }
    case 'macros.delete':
      return macros.filter(({ id }) => id !== input['id']);
    default:
      return [...macros];
  }
}

/** An answer about what is a person's own, as it will be when the desk has taken what waits. */
export function ownAfter(
  id: OperationId,
  value: unknown,
  queued: readonly Waiting[],
  meId: string,
): unknown {
  const waiting = queued.filter(({ held }) => !held);
  if (id === 'macros.list') {
    const { items } = value as { items: Macro[] };
    return { items: waiting.reduce((next, row) => macrosAfterOne(next, row, meId), items) };
  }
  if (id === 'me.console') {
    return waiting
      .filter(({ operation }) => operation === 'me.setConsole')
      .reduce((next, { input }) => ({ ...next, ...input }), value as ConsoleSettings);
  }
  if (id === 'notifications.list') {
    return waiting
      .filter(({ operation }) => operation === 'notifications.read')
      .reduce(afterReading, value as NotificationPage);
  }
  return value;
}

type NotificationPage = OutputOf<'notifications.list'>;

/** A page of notifications after some were read; what is read of other pages is not known. */
function afterReading(page: NotificationPage, { input, at }: Waiting): NotificationPage {
  const { id, ticketId, upTo } = input as ParsedInputOf<'notifications.read'>;
  const last = page.items.findIndex((one) => one.id === upTo);
  const meant = (one: NotificationPage['items'][number], index: number) =>
    one.readAt === null &&
    (id === undefined || one.id === id) &&
    (ticketId === undefined || one.ticket?.id === ticketId) &&
    (upTo === undefined || (last >= 0 && index >= last));
  const read = page.items.filter(meant).length;
  const all = id === undefined && ticketId === undefined && upTo === undefined;
  return {
    ...page,
    unread: all ? 0 : Math.max(0, page.unread - read),
    items: page.items.map((one, index) => (meant(one, index) ? { ...one, readAt: at } : one)),
  };
}
