import { phrases } from './content/phrases';
import { nickname, type Customer } from './customers';
import type { DemoFile } from './files';
import { chooseSlots, fill, type Script, type Slots } from './script';
import { answersAt, workers, type Answerer, type Worker } from './staff';
import { deskClock } from './rhythm';
import type { Random } from './random';
import { greeted, speak, staffGreeting } from './voice';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A message of a conversation in its time (Unix milliseconds). */
export interface Turn {
  side: 'CUSTOMER' | 'STAFF' | 'NOTE';
  /** null: the customer. */
  worker: Worker | null;
  text: string;
  file: DemoFile | null;
  at: number;
}

/** Latin names, so that they need no Russian endings; the first two are the busy ones. */
const WORLDS = ['Nord', 'Ost', 'Nord', 'Ost', 'Arena', 'Hardcore'] as const;

/** What every script may use: {s} a world, {nick} the customer, {nick2} another player, … */
export function sharedSlots(random: Random, customer: Customer): Slots {
  const pad = (value: number) => String(value).padStart(2, '0');
  return new Map([
    ['s', random.pick(WORLDS)],
    ['nick', customer.nick],
    ['nick2', nickname(random)],
    ['name', customer.firstName],
    ['t', `${pad(random.int(9, 23))}:${pad(random.int(0, 59))}`],
    // Numbers after which Russian nouns stand in the genitive plural: 5–9 at the end.
    ['n', String(random.int(5, 9))],
    ['nn', `${random.int(1, 9)}${random.int(5, 9)}`],
    ['nnn', `${random.int(11, 95)}${random.int(5, 9)}`],
    ['x', String(random.int(-2400, 2400))],
    ['z', String(random.int(-2400, 2400))],
    ['sum', String(random.pick([89, 149, 199, 299, 449, 599, 999]))],
    ['coins', String(random.int(2, 48) * 250)],
    ['order', `${random.pick(['A', 'D', 'K', 'R'])}${random.int(20_000, 99_999)}`],
  ]);
}

/** Customers sleep too: most of what would fall into the night is written in the morning. */
function customerAnswersAt(random: Random, at: number): number {
  const moment = at + Math.max(0.4, random.around(8, 1.25)) * MINUTE;
  const { hour } = deskClock(moment);
  if (hour < 1.5 || hour > 8 || random.chance(0.2)) return moment;
  return moment + (8.2 - hour + random.next() * 3) * HOUR;
}

interface Staging {
  script: Script;
  customer: Customer;
  slots: Slots;
  first: Answerer;
  startsAt: number;
  /** Something was broken and works again. */
  relief: boolean;
}

/** Lets a conversation happen: who writes what and when, and what was chosen for its slots. */
export function converse(random: Random, staging: Staging): { turns: Turn[]; slots: Slots } {
  const { script, customer } = staging;
  const slots = chooseSlots(random, script, staging.slots);
  const turns: Turn[] = [];
  let worker = staging.first.worker;
  let greetedAlready = false;
  let at = staging.startsAt;
  const skipped = new Map<number, boolean>();
  for (const line of script.lines) {
    if (line.group !== null) {
      const skip = skipped.get(line.group) ?? random.chance(0.45);
      skipped.set(line.group, skip);
      if (skip) continue;
    }
    at += line.pause * HOUR;
    const previous = turns.at(-1);
    if (line.side === 'CUSTOMER') {
      if (previous?.side === 'CUSTOMER') at += Math.max(0.2, random.around(1.5, 0.9)) * MINUTE;
      else if (previous !== undefined) at = customerAnswersAt(random, at);
      const text = fill(random, line.text, slots, { female: customer.female });
      const first = previous === undefined;
      const file = line.file;
      turns.push({
        side: 'CUSTOMER',
        worker: null,
        at,
        file,
        text: speak(random, customer, text, { at, first }),
      });
      continue;
    }
    at = staffMoment(random, staging, turns, worker, at);
    // A colleague sometimes leaves the note, and sometimes takes over with it.
    const author = line.side === 'NOTE' && random.chance(0.3) ? colleague(random, worker) : worker;
    if (line.side === 'NOTE' && author !== worker && random.chance(0.25)) worker = author;
    let text = fill(random, line.text, slots, {
      female: customer.female,
      staffFemale: author.female,
    });
    if (line.side === 'STAFF' && !greetedAlready) {
      text = greeted(staffGreeting(random, author, customer, at), text);
      greetedAlready = true;
    }
    turns.push({ side: line.side, worker: author, at, file: line.file, text });
  }
  return { turns, slots };
}

function staffMoment(
  random: Random,
  staging: Staging,
  turns: readonly Turn[],
  worker: Worker,
  at: number,
): number {
  const previous = turns.at(-1);
  if (!turns.some((turn) => turn.worker !== null)) return Math.max(staging.first.at, at + MINUTE);
  if (previous?.side === 'CUSTOMER') return answersAt(random, worker, at);
  return at + Math.max(0.5, random.around(6, 1)) * MINUTE;
}

function colleague(random: Random, worker: Worker): Worker {
  const others = workers.filter(
    (other) => other !== worker && other.leftDaysAgo === undefined && other.role !== 'HELPER',
  );
  return random.pick(others);
}

/** Thanks, farewells, and sometimes the trouble coming back. */
export function farewell(random: Random, staging: Staging, turns: Turn[]): void {
  const { customer, script } = staging;
  const words = phrases[customer.language];
  const { female } = customer;
  const worker = lastWorker(turns) ?? staging.first.worker;
  const say = (side: 'CUSTOMER' | 'STAFF', options: readonly string[], at: number) => {
    const people = { female, staffFemale: worker.female };
    const text = fill(random, random.pick(options), staging.slots, people);
    turns.push({
      side,
      worker: side === 'STAFF' ? worker : null,
      at,
      file: null,
      text: side === 'STAFF' ? text : speak(random, customer, text, { at, first: false }),
    });
  };
  const ended = () => turns.at(-1)?.at ?? staging.startsAt;
  if (turns.at(-1)?.side === 'STAFF' && random.chance(0.42)) {
    say(
      'CUSTOMER',
      script.sour ? words.resigned : staging.relief ? words.relief : words.thanks,
      customerAnswersAt(random, ended()),
    );
  }
  if (turns.at(-1)?.side === 'CUSTOMER' && !script.sour && random.chance(0.5)) {
    say('STAFF', words.closing, answersAt(random, worker, ended()));
  }
  if (staging.relief && !script.sour && turns.at(-1)?.side === 'STAFF' && random.chance(0.07)) {
    say('CUSTOMER', words.again, ended() + random.int(3, 40) * HOUR);
    say('STAFF', words.againAnswer, answersAt(random, worker, ended()));
  }
}

export function lastWorker(turns: readonly Turn[]): Worker | null {
  return turns.findLast((turn) => turn.side === 'STAFF')?.worker ?? null;
}
