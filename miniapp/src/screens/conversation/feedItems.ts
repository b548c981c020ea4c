import type { Message, TicketChange } from '@tikethet/shared/contracts';
import { isReopening } from '@tikethet/shared/tickets';

/** What stands in a conversation, from top to bottom. */
export type FeedItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  /** What follows was written in another ticket, which is a part of this one now. */
  | { kind: 'origin'; key: string; number: number }
  | { kind: 'change'; key: string; change: TicketChange }
  | { kind: 'message'; key: string; message: Message; first: boolean };

/** Items that are drawn, or left out of sight, together. */
export interface Block {
  key: string;
  items: FeedItem[];
}

/** Positions that make a block. */
const BLOCK = 30;
/** Minutes of silence after which the same author's next message stands apart. */
const PAUSE = 5;

/** Whether a message begins a new group: another author, or the same after a pause. */
export function startsGroup(before: Message | undefined, message: Message): boolean {
  if (!before || before.author.side === 'SYSTEM') return true;
  if (before.author.id !== message.author.id || before.author.side !== message.author.side)
    return true;
  const silence = new Date(message.createdAt).getTime() - new Date(before.createdAt).getTime();
  return silence > PAUSE * 60_000;
}

/**
 * Whether a change is worth a line between messages: who answers, an end, a new beginning, a
 * verdict. That an answer makes a ticket wait is plain from the answer itself.
 */
export function isWorthALine({ change }: TicketChange): boolean {
  switch (change.field) {
    case 'status':
      return (
        change.to === 'RESOLVED' || change.to === 'CLOSED' || isReopening(change.from, change.to)
      );
    case 'assigneeId':
      return change.to !== null;
    case 'rating':
      return true;
    default:
      return false;
  }
}

/** Of several verdicts in a row only the last counts: the stars first, then the words. */
export function withoutRepeats(changes: readonly TicketChange[]): TicketChange[] {
  return changes.filter((one, at) => {
    const next = changes[at + 1];
    return !(one.change.field === 'rating' && next?.change.field === 'rating');
  });
}

export interface FeedSource {
  /** Oldest first. */
  messages: readonly Message[];
  /** Oldest first. */
  changes: readonly TicketChange[];
  /** There are older messages that are not loaded; changes before the first loaded one wait. */
  hasOlder: boolean;
  /** The line "unread" stands before the first message of others after this; null: nowhere. */
  readTo: number | null;
  /** The calendar day of a moment, in the person's zone. */
  dayOf: (at: Date) => string;
}

/**
 * The conversation as items: messages in their order, each change after the message it followed,
 * a heading for each day. Blocks depend on positions only, so that they stay what they are when
 * older messages come.
 */
export function buildFeed({ messages, changes, hasOlder, readTo, dayOf }: FeedSource): Block[] {
  const blocks: Block[] = [];
  const told = withoutRepeats(changes.filter(isWorthALine));
  const from = hasOlder ? (messages[0]?.position ?? 0) : 0;
  let nextChange = told.findIndex((one) => one.position >= from);
  if (nextChange < 0) nextChange = told.length;
  let day = '';
  let divided = readTo === null;
  let before: Message | undefined;
  let origin: number | undefined;

  const put = (position: number, at: string, item: FeedItem): void => {
    const key = String(Math.floor(position / BLOCK));
    let block = blocks.at(-1);
    if (block?.key !== key) {
      block = { key, items: [] };
      blocks.push(block);
    }
    const itsDay = dayOf(new Date(at));
    if (itsDay !== day) {
      day = itsDay;
      block.items.push({ kind: 'day', key: `day ${itsDay}`, at });
      before = undefined;
    }
    block.items.push(item);
  };
  /** Whoever answers first takes the ticket by that: the answer says so itself. */
  const isPlain = ({ change, position }: TicketChange): boolean =>
    change.field === 'assigneeId' &&
    before?.position === position &&
    before.author.id === change.to?.id;
  const putChanges = (upTo: number, position: number): void => {
    for (; nextChange < told.length; nextChange += 1) {
      const change = told[nextChange];
      if (!change || change.position >= upTo) return;
      if (isPlain(change)) continue;
      put(position, change.at, { kind: 'change', key: change.id, change });
      before = undefined;
    }
  };

  let last = from;
  for (const message of messages) {
    const { position, author } = message;
    putChanges(position, last);
    if (!divided && position > (readTo ?? 0) && author.side !== 'CUSTOMER') {
      put(position, message.createdAt, { kind: 'unread', key: 'unread' });
      divided = true;
      before = undefined;
    }
    const number = message.origin?.number;
    if (number !== undefined && number !== origin) {
      put(position, message.createdAt, { kind: 'origin', key: `origin ${message.id}`, number });
      before = undefined;
    }
    origin = number;
    // A new day begins a group too: asked after its heading has been put.
    const item: FeedItem = { kind: 'message', key: message.id, message, first: false };
    put(position, message.createdAt, item);
    item.first = startsGroup(before, message);
    before = message;
    last = position;
  }
  putChanges(Infinity, last);
  return blocks;
}
