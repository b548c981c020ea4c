import type { TicketStatus } from '@tikethet/shared/tickets';
import { DEFAULT_RULES } from '@tikethet/shared/tickets';
import { phrases } from './content/phrases';
import { lastWorker, type Turn } from './conversation';
import type { Customer } from './customers';
import type { Random } from './random';
import { fill } from './script';
import type { Worker } from './staff';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the demo wants a ticket to be now; `done` is resolved or closed, as time has it. */
export type Fate = 'done' | Extract<TicketStatus, 'OPEN' | 'IN_PROGRESS' | 'WAITING_RESPONSE'>;

/** How a conversation stands at the desk. Moments are Unix milliseconds. */
export interface Life {
  turns: Turn[];
  status: TicketStatus;
  assignee: Worker | null;
  takenAt: number | null;
  resolvedAt: number | null;
  closedAt: number | null;
  closedByCustomer: boolean;
  rating: { stars: number; comment: string | null; at: number } | null;
}

/** Cuts a conversation where a ticket of this fate stands. */
function cut(random: Random, turns: readonly Turn[], fate: Exclude<Fate, 'done'>): Turn[] {
  const firstStaff = turns.findIndex((turn) => turn.side !== 'CUSTOMER');
  const opening = firstStaff === -1 ? [...turns] : turns.slice(0, firstStaff);
  if (fate === 'OPEN') return opening;
  const stops = turns.flatMap((turn, index) => {
    if (index < opening.length) return [];
    const next = turns[index + 1];
    if (fate === 'WAITING_RESPONSE') {
      return turn.side === 'STAFF' && next?.side !== 'STAFF' ? [index] : [];
    }
    return turn.side === 'NOTE' || (turn.side === 'CUSTOMER' && next?.side !== 'CUSTOMER')
      ? [index]
      : [];
  });
  if (stops.length === 0) return opening;
  return turns.slice(0, random.pick(stops.slice(0, 3)) + 1);
}

/** Moves everything that would lie after `latest` into the time there is, in proportion. */
function squeeze(turns: readonly Turn[], latest: number): Turn[] {
  const first = turns[0]?.at ?? latest;
  const last = turns.at(-1)?.at ?? latest;
  if (last <= latest) return [...turns];
  const factor = Math.max(0, latest - first) / (last - first);
  return turns.map((turn) => ({ ...turn, at: Math.floor(first + (turn.at - first) * factor) }));
}

/** The customer's verdict: who was helped quickly is content. */
function verdict(
  random: Random,
  about: { turns: readonly Turn[]; sour: boolean; at: number; customer: Customer },
): Life['rating'] {
  const { turns, customer } = about;
  const started = turns[0]?.at ?? about.at;
  const answered = turns.find((turn) => turn.side === 'STAFF')?.at ?? about.at;
  const waited = (answered - started) / HOUR;
  if (!random.chance(waited < 1 ? 0.46 : 0.36)) return null;
  const weights = about.sour
    ? [18, 16, 26, 24, 16]
    : waited < 0.5
      ? [1, 1, 4, 18, 76]
      : waited < 4
        ? [2, 3, 10, 30, 55]
        : [6, 9, 22, 34, 29];
  const stars = random.weighted(weights) + 1;
  const words = phrases[customer.language];
  const said = stars >= 4 ? words.praise : stars === 3 ? words.fine : words.complaint;
  const slots = new Map([['staff', lastWorker(turns)?.firstName ?? 'TiketHet']]);
  const comment = random.chance(stars >= 4 ? 0.24 : 0.5)
    ? fill(random, random.pick(said), slots, { female: customer.female })
    : null;
  return { stars, comment, at: about.at };
}

/**
 * What becomes of a conversation: active tickets are cut where they stand, the others come to
 * their end before `now`.
 */
export function live(
  random: Random,
  plan: { turns: readonly Turn[]; fate: Fate; sour: boolean; customer: Customer; now: number },
): Life {
  const { now, fate } = plan;
  if (fate !== 'done') return liveOn(random, plan, fate);
  const turns = squeeze(plan.turns, now - 12 * MINUTE);
  const last = turns.at(-1)?.at ?? now;
  const closedByCustomer = turns.at(-1)?.side === 'CUSTOMER' && random.chance(0.3);
  const takes = random.around(closedByCustomer ? 3 : 14, 0.9) * MINUTE;
  const resolvedAt = Math.floor(Math.min(last + takes, now - 6 * MINUTE));
  const closesAt = closedByCustomer
    ? resolvedAt
    : resolvedAt + DEFAULT_RULES.autoCloseHours * HOUR + random.int(0, 55_000);
  const closedAt = closesAt <= now ? closesAt : null;
  const ratedAt = Math.floor(resolvedAt + Math.min(random.around(9, 1.3), 4000) * MINUTE);
  const rating = verdict(random, { ...plan, turns, at: ratedAt });
  return {
    turns,
    status: closedAt === null ? 'RESOLVED' : 'CLOSED',
    assignee: lastWorker(turns),
    takenAt: turns.find((turn) => turn.worker !== null)?.at ?? null,
    resolvedAt,
    closedAt,
    closedByCustomer,
    rating: ratedAt < now - MINUTE ? rating : null,
  };
}

function liveOn(
  random: Random,
  plan: { turns: readonly Turn[]; now: number },
  fate: Exclude<Fate, 'done'>,
): Life {
  const { now } = plan;
  const cutTurns = cut(random, plan.turns, fate);
  const latest = now - random.int(2, 25) * MINUTE;
  const turns = squeeze(cutTurns, Math.max(latest, cutTurns[0]?.at ?? latest));
  const answered = turns.some((turn) => turn.worker !== null);
  // A ticket may be taken before anything is answered.
  const worker = (answered ? turns : plan.turns).findLast((turn) => turn.worker !== null)?.worker;
  const taken = fate !== 'OPEN' && worker !== undefined && worker !== null;
  const takenAt = turns.find((turn) => turn.worker !== null)?.at ?? turns.at(-1)?.at ?? now;
  return {
    turns,
    status: taken ? fate : 'OPEN',
    assignee: taken ? worker : null,
    takenAt: taken ? takenAt : null,
    resolvedAt: null,
    closedAt: null,
    closedByCustomer: false,
    rating: null,
  };
}
