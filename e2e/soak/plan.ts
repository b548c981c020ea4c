import { randomUUID } from 'node:crypto';
import { numberedPng } from '../support/png';

/** How much of everything. */
export interface SoakSize {
  commands: number;
  tickets: number;
  /** Connections ended before their time. */
  cuts: number;
  /** SIGKILLs of the engine. */
  kills: number;
}

/** What `npm run soak` does, as the issue has it. */
export const FULL: SoakSize = { commands: 10_000, tickets: 200, cuts: 1_000, kills: 100 };
/** The same in CI. */
export const SMALL: SoakSize = { commands: 400, tickets: 16, cuts: 40, kills: 4 };

export interface PlannedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** One thing a person does on a ticket. */
export interface Step {
  /** Index of the ticket. */
  ticket: number;
  /** What it leaves at the desk: the text of a message, or the ticket's new title. */
  mark: string;
  kind: 'reply' | 'note' | 'title';
  key: string;
  file: PlannedFile | null;
}

/** Bytes of a text file at most: more than one chunk of an upload. */
const LARGEST = 1_400_000;

function fileOf(number: number, random: () => number): PlannedFile {
  if (number % 2 === 0) {
    return { name: `снимок ${number}.png`, type: 'image/png', bytes: numberedPng(number) };
  }
  // One in a few is longer than a chunk: cut in the middle, it goes on where it stopped.
  const size = random() < 0.2 ? LARGEST : 2_000;
  const line = `${number} ${Math.floor(random() * 1e9)} журнал\n`;
  const bytes = Buffer.from(line.repeat(Math.ceil(size / Buffer.byteLength(line))));
  return { name: `журнал ${number}.txt`, type: 'text/plain', bytes };
}

/** Makes up what the person does, in order. The same chance gives the same plan, but for keys. */
export function planSteps(size: SoakSize, random: () => number): Step[] {
  const counts = new Map<number, number>();
  return Array.from({ length: size.commands }, (_, number): Step => {
    const ticket = Math.floor(random() * size.tickets);
    const count = (counts.get(ticket) ?? 0) + 1;
    counts.set(ticket, count);
    const dice = random();
    // Few replies: Telegram takes one a second per chat, and there are eight chats.
    const kind = dice < 0.2 ? 'reply' : dice < 0.7 ? 'note' : 'title';
    const file = kind !== 'title' && random() < 0.04 ? fileOf(number, random) : null;
    return { ticket, mark: `⟦${ticket}:${count}⟧`, kind, key: randomUUID(), file };
  });
}

/** The mark in a text, if it is one of ours. */
export function markIn(text: string): string | null {
  return /⟦\d+:\d+⟧/.exec(text)?.[0] ?? null;
}
