import type { OperationId } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { NotBeside, type Ctx } from '../domain/context';
import { isRepeatable } from '../domain/desk';
import { claimKeys, keepAnswers, repeated, type Answer, type Claim } from './idempotency';

/**
 * Operations that may run beside others in one transaction: all that they read under a lock and
 * write belongs to the ticket that their `id` names.
 */
const BESIDE: ReadonlySet<OperationId> = new Set([
  'messages.create',
  'tickets.update',
  'tickets.assign',
  'tickets.setStatus',
  'tickets.snooze',
] satisfies OperationId[]);

/** The ticket that a command is for, if it may run beside those for other tickets; else null. */
export function laneOf(operation: OperationId, input: Record<string, unknown>): string | null {
  if (!BESIDE.has(operation) || typeof input.id !== 'string') return null;
  // Postgres takes a UUID in capitals for the same one.
  return input.id.toLowerCase();
}

/** One command, understood, and the key under which its answer is kept. */
export interface Task {
  claim: Claim;
  work: (ctx: Ctx) => Promise<Answer>;
}

/** Some lanes cannot run beside the others; nothing of any lane has happened. */
export class LanesFailed extends Error {
  /** @param lanes their places among those that were given */
  constructor(readonly lanes: ReadonlySet<number>) {
    super(`${lanes.size} lanes must run alone`);
  }
}

/**
 * Runs lanes of commands side by side in the transaction of `ctx`, each lane in its order, so that
 * what they ask of the database at the same moment is asked at once.
 * @returns answers by key
 * @throws LanesFailed when a command is refused: the transaction must be rolled back
 */
export async function runBeside(
  ctx: Ctx,
  personId: string,
  lanes: readonly (readonly Task[])[],
): Promise<Map<string, Answer>> {
  const claims = lanes.flat().map(({ claim }) => claim);
  const known = await claimKeys(ctx, personId, claims);
  const again = new Map<string, Answer>();
  const fresh = new Map<string, Answer>();
  const endings = await Promise.allSettled(
    lanes.map(async (lane) => {
      const own: Ctx = { ...ctx, beside: true };
      for (const { claim, work } of lane) {
        const kept = known.get(claim.key);
        if (kept === undefined) fresh.set(claim.key, await work(own));
        else again.set(claim.key, repeated(kept, claim));
      }
    }),
  );
  requireAll(endings);
  await keepAnswers(ctx, personId, fresh);
  return new Map([...again, ...fresh]);
}

/** @throws what Postgres wants to be tried again, else LanesFailed */
function requireAll(endings: readonly PromiseSettledResult<void>[]): void {
  const failed = [...endings.entries()].flatMap(([lane, ending]) =>
    ending.status === 'rejected' ? [{ lane, reason: ending.reason as unknown }] : [],
  );
  if (failed.length === 0) return;
  for (const { reason } of failed) if (isRepeatable(reason)) throw reason;
  // A statement that fails spoils the transaction for all: nobody can tell any more whose it was.
  const refused = failed.every(
    ({ reason }) => reason instanceof AppError || reason instanceof NotBeside,
  );
  const lanes = refused ? failed.map(({ lane }) => lane) : [...endings.keys()];
  throw new LanesFailed(new Set(lanes));
}
