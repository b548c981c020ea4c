import type { Customer } from './customers';
import type { Fate } from './life';
import type { Random } from './random';

export interface TicketFate {
  customer: Customer;
  fate: Fate;
}

/** How many tickets are active now, and among how many of the newest they are. */
const ACTIVE = [
  { fate: 'OPEN', count: 15, among: 24 },
  { fate: 'IN_PROGRESS', count: 21, among: 70 },
  { fate: 'WAITING_RESPONSE', count: 25, among: 150 },
] as const satisfies readonly { fate: Fate; count: number; among: number }[];
/** The newest tickets cannot be finished yet. */
const FRESH = 5;
/** Finished tickets of each customer of the sandbox, among so many of the newest. */
const OWN = { least: 2, most: 5, among: 1_700 };

/** Whose each ticket is and how it stands, by its place in time (the newest is last). */
export function chooseFates(
  random: Random,
  customers: readonly Customer[],
  moments: readonly number[],
): TicketFate[] {
  const fates = moments.map((): Fate => 'done');
  const newest = moments.length - 1;
  for (const { fate, count, among } of ACTIVE) {
    const free = Array.from({ length: among }, (_, age) => newest - age).filter(
      (index) => fates[index] === 'done',
    );
    const forced = fate === 'OPEN' ? free.slice(0, FRESH) : [];
    const rest = random.shuffle(free.slice(forced.length)).slice(0, count - forced.length);
    for (const index of [...forced, ...rest]) fates[index] = fate;
  }
  const owners = reserve(random, customers, fates);
  const others = customers.filter((customer) => !customer.inSandbox);
  // Who writes often has several tickets in the hat.
  const hat = others.flatMap((customer) =>
    Array.from({ length: Math.ceil(customer.weight * 4) }, () => customer),
  );
  return fates.map((fate, index) => ({ fate, customer: owners.get(index) ?? random.pick(hat) }));
}

/** Every customer of the sandbox has active tickets and some history. */
function reserve(
  random: Random,
  customers: readonly Customer[],
  fates: readonly Fate[],
): Map<number, Customer> {
  const owners = new Map<number, Customer>();
  const indexes = (wanted: (fate: Fate, index: number) => boolean) =>
    random.shuffle(fates.flatMap((fate, index) => (wanted(fate, index) ? [index] : [])));
  const active = indexes((fate) => fate !== 'done');
  const finished = indexes((fate, index) => fate === 'done' && index >= fates.length - OWN.among);
  for (const customer of customers) {
    if (!customer.inSandbox || customer.weight === 0) continue;
    const own = [
      ...active.splice(0, random.chance(0.4) ? 2 : 1),
      ...finished.splice(0, random.int(OWN.least, OWN.most)),
    ];
    for (const index of own) owners.set(index, customer);
  }
  return owners;
}
