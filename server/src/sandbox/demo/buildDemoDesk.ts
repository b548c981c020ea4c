import { isActive, type TicketPriority } from '@tikethet/shared/tickets';
import { converse, farewell, sharedSlots } from './conversation';
import { makeCustomers } from './customers';
import { Decks } from './decks';
import { chooseFates } from './fates';
import type { DemoFiles } from './files';
import { live } from './life';
import type { DemoCategory } from './people';
import { addPeople, addSandboxChats } from './peopleRows';
import { Random } from './random';
import { arrivals, incidentBefore } from './rhythm';
import { addTicket, noRows, type DemoRows, type RowContext } from './rows';
import { fill } from './script';
import { firstAnswer } from './staff';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 90;
const TICKETS = 3_000;
const CUSTOMERS = 400;
const FIRST_NUMBER = 1001;
const SEED = 20_260_214;
/** Tickets per slice: a slice is some milliseconds of work. */
const SLICE = 50;

export interface DemoSources {
  now: Date;
  botId: number;
  categoryIds: Readonly<Record<DemoCategory, string>>;
  files: DemoFiles;
}

const CATEGORY_WEIGHTS: Readonly<Record<DemoCategory, number>> = {
  tech: 27,
  bans: 17,
  gameplay: 20,
  economy: 18,
  reports: 11,
  other: 7,
};

/**
 * The demo's desk as rows to insert, slice by slice (people first), so that writing can begin
 * before everything is made. The same for every moment of one hour; nothing of it lies after `now`.
 */
export function* buildDemoDesk(given: DemoSources): Generator<DemoRows, void> {
  const random = new Random(SEED);
  const now = Math.floor(given.now.getTime() / HOUR) * HOUR;
  const sources = { ...given, now: new Date(now) };
  const customers = makeCustomers(random, CUSTOMERS, now - 120 * DAY);
  const moments = arrivals(random, now, DAYS, TICKETS);
  const incident = incidentBefore(now);
  const fates = chooseFates(random, customers, moments);
  const decks = new Decks(random);
  const rows = noRows();
  const staffIds = addPeople({ random, rows, customers, moments, fates, sources });
  const context: RowContext = {
    random,
    history: new Random(SEED + 1),
    rows,
    staffIds,
    files: sources.files,
    troubleFrom: now - 12 * DAY,
  };
  const categories = Object.keys(CATEGORY_WEIGHTS) as DemoCategory[];
  const weights = Object.values(CATEGORY_WEIGHTS);
  const current = new Map<string, string>();
  for (const [index, at] of moments.entries()) {
    const { customer, fate } = fates[index] ?? fail(index);
    const duringIncident = at >= incident.from && at < incident.to;
    const category =
      duringIncident && random.chance(0.8)
        ? 'tech'
        : (categories[random.weighted(weights)] ?? 'other');
    const script = decks.draw(customer, category, duringIncident);
    const slots = sharedSlots(random, customer);
    const first = firstAnswer(random, { at, language: customer.language, category }, now);
    const urgent = script.priority === 'HIGH' || script.priority === 'CRITICAL';
    const relief = category === 'tech' || urgent;
    const staging = { script, customer, slots, first, startsAt: at, relief };
    const { turns, slots: chosen } = converse(random, staging);
    farewell(random, staging, turns);
    const life = live(random, { turns, fate, sour: script.sour, customer, now });
    const ticketId = addTicket(context, {
      number: FIRST_NUMBER + index,
      title: fill(random, random.pick(script.titles), chosen, customer),
      priority: script.priority ?? priorityOf(random, duringIncident),
      tags: random.chance(0.6) ? random.shuffle(script.tags).slice(0, random.int(1, 2)) : [],
      channel: random.chance(0.62) ? 'BOT' : 'MINI_APP',
      categoryId: sources.categoryIds[category],
      customer,
      life,
    });
    if (isActive(life.status)) current.set(customer.id, ticketId);
    if (context.rows.tickets.length < SLICE) continue;
    yield context.rows;
    context.rows = noRows();
  }
  addSandboxChats(context.rows, { ...sources, customers, staffIds, current });
  yield context.rows;
}

function fail(index: number): never {
  throw new Error(`unreachable: every ticket has a fate, ${index} too`);
}

function priorityOf(random: Random, duringIncident: boolean): TicketPriority {
  const weights = duringIncident ? [0, 3, 5, 2] : [13, 70, 14, 3];
  return (['LOW', 'NORMAL', 'HIGH', 'CRITICAL'] as const)[random.weighted(weights)] ?? 'NORMAL';
}
