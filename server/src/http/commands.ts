import { operations, type Command, type CommandResult } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import type { RequestHandler } from 'express';
import type { Actor } from '../domain/context';
import { laneOf, LanesFailed } from './beside';
import { toAppError, toEnvelope, toValidationError } from './errors';
import type { Execution, Executor } from './execute';
import { isHandled, type HandledOperation } from './handler';
import type { Answer } from './idempotency';
import { actorOf, requestId } from './request';

/** Attempts to run what is left of a group in one transaction, without whom the last one refused. */
const TOGETHER = 3;

/** Operations that change something and can be named in a command. */
function requireCommandable(id: string): HandledOperation {
  if (isHandled(id) && operations[id].method !== 'GET' && operations[id].access !== 'public') {
    return id;
  }
  throw new AppError('validation_failed', {
    issues: [{ path: 'operation', message: 'not an operation that a command may run' }],
  });
}

/** The lane of a command that may share its transaction with others; null: it runs alone. */
function laneFor({ person }: Actor, { operation, input }: Command): string | null {
  // What customers do is counted where it is done, one by one.
  if (person === null || !isStaff(person.role) || !isHandled(operation)) return null;
  return laneOf(operation, input);
}

/** Neighbours that may share a transaction, each key once; everything else by itself. */
function groupsOf(actor: Actor, commands: readonly Command[]): Command[][] {
  const groups: Command[][] = [];
  let open: Command[] | null = null;
  for (const command of commands) {
    const shares = laneFor(actor, command) !== null;
    const repeats = open?.some(({ key }) => key === command.key) === true;
    if (shares && open !== null && !repeats) {
      open.push(command);
      continue;
    }
    groups.push([command]);
    open = shares ? (groups.at(-1) ?? null) : null;
  }
  return groups;
}

/** `POST /commands`: in order for each ticket, one result each; a refusal stops no other command. */
export function runCommands(executor: Executor): RequestHandler {
  const operation = operations['commands.run'];
  return async (request, response) => {
    const actor = actorOf(response);
    if (actor.person === null) throw new AppError('unauthorized');
    const parsed = operation.input.safeParse(request.body ?? {});
    if (!parsed.success) throw toValidationError(parsed.error);

    const executionOf = (command: Command): Execution => {
      const version = command.baseVersion === undefined ? {} : { version: command.baseVersion };
      return {
        operation: requireCommandable(command.operation),
        input: { ...version, ...command.input },
        actor,
        ip: request.ip ?? '',
        idempotencyKey: command.key,
      };
    };
    const told = ({ key }: Command, { status, body }: Answer): CommandResult => {
      return { key, status, body: body ?? null };
    };
    const alone = async (command: Command): Promise<CommandResult> => {
      try {
        return told(command, await executor.execute(executionOf(command)));
      } catch (error) {
        const known = toAppError(error);
        if (known === null) request.log.error({ err: error }, 'command failed');
        const shown = known ?? new AppError('internal');
        return told(command, {
          status: shown.status,
          body: toEnvelope(shown, requestId(response)),
        });
      }
    };
    /** Runs what of a group can run together. @returns results of that, by command */
    const together = async (group: readonly Command[]): Promise<Map<Command, CommandResult>> => {
      const byTicket = new Map<string, Command[]>();
      for (const command of group) {
        const lane = laneFor(actor, command) ?? '';
        byTicket.set(lane, [...(byTicket.get(lane) ?? []), command]);
      }
      let lanes = [...byTicket.values()];
      for (let attempt = 1; attempt <= TOGETHER && lanes.length > 0; attempt += 1) {
        try {
          const executions = lanes.map((lane) => lane.map(executionOf));
          const answers = await executor.executeBeside(actor, executions);
          return new Map(
            lanes.flatMap((lane, at) =>
              lane.map((command, place) => [command, told(command, answers[at]![place]!)] as const),
            ),
          );
        } catch (error) {
          if (!(error instanceof LanesFailed)) break;
          const failed = error.lanes;
          lanes = lanes.filter((_, at) => !failed.has(at));
        }
      }
      return new Map();
    };

    const results: CommandResult[] = [];
    for (const group of groupsOf(actor, parsed.data.commands)) {
      const done = group.length > 1 ? await together(group) : new Map<Command, CommandResult>();
      for (const command of group) results.push(done.get(command) ?? (await alone(command)));
    }
    response.status(200).json({ results });
  };
}
