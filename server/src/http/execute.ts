import { operations, type OperationId } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can, isStaff, type Role } from '@tikethet/shared/permissions';
import { signAttachments } from '../domain/attachments/signUrls';
import type { Actor } from '../domain/context';
import type { Desk } from '../domain/desk';
import type { CustomerLimit } from '../domain/limits/customerLimits';
import { seeAs } from '../domain/rights/seeAs';
import { requireRoom } from '../domain/limits/spend';
import { toValidationError } from './errors';
import type { HandledOperation, Handler, RequestCtx } from './handler';
import { hashRequest, once, type Answer } from './idempotency';
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
    const { desk, services } = this.deps;
    const { actor, idempotencyKey } = execution;
    const operation = operations[execution.operation];
    requireAccess(operation.access, actor);
    const parsed = operation.input.safeParse(execution.input);
    if (!parsed.success) throw toValidationError(parsed.error);
    if (execution.operation === 'tickets.create' && actor.person?.role === 'USER') {
      await this.deps.limits.consume('newTickets', actor.person.id);
    }
    if (execution.operation === 'faq.suggest' && actor.person !== null) {
      await this.deps.limits.consume('suggestions', actor.person.id);
    }
    // The registry pairs each id with its own handler; the pairing is lost on a computed key.
    const handler = handlers[execution.operation] as Handler<HandledOperation>;
    const answer = await desk.run(actor, async (ctx) => {
      const request: RequestCtx = { ...ctx, services, client: { ip: execution.ip } };
      const work = async (): Promise<Answer> => {
        await this.#requireRoom(request, execution.operation);
        return { status: operation.status, body: await handler(request, parsed.data) };
      };
      if (idempotencyKey === null || actor.person === null) return work();
      const hash = hashRequest(execution.operation, execution.input);
      return once(ctx, actor.person.id, idempotencyKey, hash, work);
    });
    return { status: answer.status, body: this.#sign(execution.operation, actor, answer.body) };
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
  #sign(operation: OperationId, { person }: Actor, body: unknown): unknown {
    if (person === null || !/^(messages|attachments)\./.test(operation)) return body;
    const subject = isStaff(person.role) ? 'staff' : (`customer:${person.id}` as const);
    return signAttachments(body, this.deps.services.links, subject);
  }
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
