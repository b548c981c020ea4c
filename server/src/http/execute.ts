import { operations, type OperationId } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can, isStaff, type Role } from '@tikethet/shared/permissions';
import { signAttachments } from '../domain/attachments/signUrls';
import type { Actor, Ctx } from '../domain/context';
import type { Desk } from '../domain/desk';
import type { CustomerLimit } from '../domain/limits/customerLimits';
import { seeAs } from '../domain/rights/seeAs';
import { requireRoom } from '../domain/limits/spend';
import { LanesFailed, runBeside, type Task } from './beside';
import { toValidationError } from './errors';
import type { HandledOperation, Handler, RequestCtx } from './handler';
import { hashRequest, once, type Answer, type Claim } from './idempotency';
import type { RateLimits } from './rateLimits';
import { handlers } from './routes';
import type { Services } from './services';

export interface Execution {
  operation: HandledOperation;
  /** Path, query and body as one flat object, unparsed. */
  input: Record<string, unknown>;
  actor: Actor;
  ip: string;
  idempotencyKey: string | null;
}

export interface ExecutorDeps {
  desk: Desk;
  services: Services;
  limits: RateLimits;
}

/**
 * Runs one operation for one caller: rights, parsing, idempotency, transaction. HTTP and
 * `POST /commands` both come through here.
 */
export class Executor {
  constructor(private readonly deps: ExecutorDeps) {}

  async execute(execution: Execution): Promise<Answer> {
    const { actor, idempotencyKey } = execution;
    const work = this.#prepare(execution);
    if (execution.operation === 'tickets.create' && actor.person?.role === 'USER') {
      await this.deps.limits.consume('newTickets', actor.person.id);
    }
    if (execution.operation === 'faq.suggest' && actor.person !== null) {
      await this.deps.limits.consume('suggestions', actor.person.id);
    }
    const answer = await this.deps.desk.run(actor, (ctx) =>
      idempotencyKey === null || actor.person === null
        ? work(ctx)
        : once(ctx, actor.person.id, claimOf(execution, idempotencyKey), () => work(ctx)),
    );
    return this.#signed(execution, answer);
  }

  /**
   * Runs lanes of commands of one member of staff in one transaction, side by side, each lane in its
   * order.
   * @returns an answer for each command
   * @throws LanesFailed when some lanes cannot; then nothing of any lane has happened
   */
  async executeBeside(actor: Actor, lanes: readonly (readonly Execution[])[]): Promise<Answer[][]> {
    const { person } = actor;
    if (person === null) throw new AppError('unauthorized');
    const wrong = new Set<number>();
    const tasks = lanes.map((lane, at) =>
      lane.flatMap((execution): Task[] => {
        try {
          const claim = claimOf(execution, execution.idempotencyKey ?? '');
          return [{ claim, work: this.#prepare(execution) }];
        } catch {
          // It says so when it runs alone.
          wrong.add(at);
          return [];
        }
      }),
    );
    if (wrong.size > 0) throw new LanesFailed(wrong);
    const answers = await this.deps.desk.run(actor, (ctx) => runBeside(ctx, person.id, tasks));
    return lanes.map((lane) =>
      lane.map((execution) => {
        const answer = answers.get(execution.idempotencyKey ?? '');
        if (answer === undefined) throw new Error('unreachable: every command has an answer');
        return this.#signed(execution, answer);
      }),
    );
  }

  /**
   * What an operation does in a transaction.
   * @throws AppError when its caller may not, or its input is wrong
   */
  #prepare({ operation: id, actor, input, ip }: Execution): (ctx: Ctx) => Promise<Answer> {
    const operation = operations[id];
    requireAccess(operation.access, actor);
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) throw toValidationError(parsed.error);
    // The registry pairs each id with its own handler; the pairing is lost on a computed key.
    const handler = handlers[id] as Handler<HandledOperation>;
    return async (ctx) => {
      const request: RequestCtx = { ...ctx, services: this.deps.services, client: { ip } };
      await this.#requireRoom(request, id);
      return { status: operation.status, body: await handler(request, parsed.data) };
    };
  }

  /** The actor as they would be with a role below their own. @throws AppError `forbidden` */
  seenAs(actor: Actor, role: Role): Promise<Actor> {
    if (actor.person === null) throw new AppError('unauthorized');
    return this.deps.desk.run(actor, (ctx) => seeAs(ctx, { role }));
  }

  /** A repeat of what was answered is not counted again: it does no work. */
  async #requireRoom(ctx: RequestCtx, id: OperationId): Promise<void> {
    const { person } = ctx.actor;
    if (person?.role !== 'USER') return;
    for (const limit of LIMITED[id] ?? []) {
      await requireRoom(ctx, this.deps.limits.factor, person.id, limit);
    }
  }

  /** Addresses of files are signed last: a repeated answer gets fresh ones. */
  #signed({ operation, actor: { person } }: Execution, { status, body }: Answer): Answer {
    if (person === null || !/^(messages|attachments|notifications)\./.test(operation)) {
      return { status, body };
    }
    const subject = isStaff(person.role) ? 'staff' : (`customer:${person.id}` as const);
    return { status, body: signAttachments(body, this.deps.services.links, subject) };
  }
}

/** The key of a command, and the request that it stands for. */
function claimOf({ operation, input }: Execution, key: string): Claim {
  return { key, hash: hashRequest(operation, input) };
}

/** What counts towards the limits of customers; uploads are counted where they are received. */
const LIMITED: Partial<Record<OperationId, readonly CustomerLimit[]>> = {
  'tickets.create': ['ticketsPerHour', 'ticketsPerDay'],
  'messages.create': ['messages'],
};

function requireAccess(
  access: (typeof operations)[OperationId]['access'],
  { person }: Actor,
): void {
  if (access === 'public') return;
  if (person === null) throw new AppError('unauthorized');
  if (access !== 'person' && !can(person, access)) {
    throw new AppError('forbidden', { permission: access });
  }
}
