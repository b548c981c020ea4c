import {
  macroActions,
  type ConsoleSettings,
  type InputOf,
  type Macro,
  type OperationId,
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
      const { id, version: _version, ...changes } = input as ParsedInputOf<'macros.update'>;
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
  return value;
}
