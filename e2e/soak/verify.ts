import type { Message, Ticket } from '../../shared/src/contracts';
import { samePicture } from '../support/png';
import type { DemoServer } from '../support/server';
import type { SyncConsole } from '../support/syncConsole';
import { chatFile, chatReplies } from './chat';
import { effects } from './feed';
import type { Ground } from './ground';
import { markIn, type PlannedFile, type Step } from './plan';

/** What the desk, the console and the chats came to, against what was done. All must be empty. */
export type Verdict = {
  /** Commands without an effect, where it is missing. */
  lost: string[];
  /** Effects that are there more than once. */
  doubled: string[];
  /** Places where an order is another than the person's. */
  disordered: string[];
  /** Files that are not what was attached. */
  damaged: string[];
  /** Commands that a person would have had to decide on. */
  refused: string[];
};

export interface VerifyParts {
  server: DemoServer;
  console: SyncConsole;
  ground: Ground;
  steps: readonly Step[];
}

/** Milliseconds for Telegram to take everything: one message a second per chat. */
const CHAT_PATIENCE = 20 * 60_000;
/** Milliseconds for the feed to reach the console. */
const PATIENCE = 30_000;
const PAGE = 100;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Checks the desk, the console and the chats; waits until they had time to be right. */
export async function verify(parts: VerifyParts): Promise<Verdict> {
  const { console, ground, steps } = parts;
  const verdict: Verdict = {
    lost: [],
    doubled: [],
    disordered: [],
    damaged: [],
    refused: console.refusals().map((one) => JSON.stringify(one)),
  };
  const compare = (place: string, wanted: readonly string[], found: readonly string[]): void => {
    const there = new Set(found);
    verdict.lost.push(...wanted.filter((mark) => !there.has(mark)).map((m) => `${place} ${m}`));
    const seen = new Set<string>();
    for (const mark of found) {
      if (seen.has(mark)) verdict.doubled.push(`${place} ${mark}`);
      seen.add(mark);
    }
    const order = wanted.filter((mark) => there.has(mark));
    if (order.join() !== [...seen].join()) verdict.disordered.push(place);
  };

  const wanted = (number: number, kinds: readonly Step['kind'][]) =>
    steps.filter((s) => s.ticket === number && kinds.includes(s.kind)).map((s) => s.mark);
  const took = await effects(ground);
  for (const [number, ticket] of ground.tickets.entries()) {
    compare('desk', wanted(number, ['reply', 'note', 'title']), took[number] ?? []);
    const atDesk = await conversation(parts, ticket.id);
    compare('desk’s list', wanted(number, ['reply', 'note']), marksOf(atDesk));
    const here = await inConsole(parts, ticket, atDesk);
    compare('console', wanted(number, ['reply', 'note']), marksOf(here.messages));
    if (!here.same) verdict.disordered.push(`console differs from the desk: #${ticket.number}`);
    for (const message of atDesk) {
      const step = steps.find(({ mark }) => mark === markIn(message.content));
      if (step?.file && !(await isIntact(parts, message, step.file))) {
        verdict.damaged.push(`desk ${step.mark} ${step.file.name}`);
      }
    }
  }
  await verifyChats(parts, verdict, compare);
  return verdict;
}

function marksOf(messages: readonly Message[]): string[] {
  return messages.flatMap(({ content }) => markIn(content) ?? []);
}

async function conversation({ ground }: VerifyParts, id: string): Promise<Message[]> {
  const all: Message[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await ground.admin.call('GET /tickets/{id}/messages', {
      ...{ id, limit: PAGE, order: 'asc' as const },
      ...(cursor !== undefined && { cursor }),
    });
    all.push(...page.items);
    if (page.nextCursor === null) return all;
    cursor = page.nextCursor;
  }
}

/** The conversation as the console's own copy has it, once that has caught up. */
async function inConsole(
  { console, ground }: VerifyParts,
  { id }: Ticket,
  atDesk: readonly Message[],
): Promise<{ messages: Message[]; same: boolean }> {
  const wanted = atDesk.map((message) => message.id).join();
  const desk = await ground.admin.call('GET /tickets/{id}', { id });
  const began = Date.now();
  for (;;) {
    const messages: Message[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: { items: Message[]; nextCursor: string | null } = await console.read(
        'GET /tickets/{id}/messages',
        { id, limit: PAGE, order: 'asc', ...(cursor !== undefined && { cursor }) },
      );
      messages.push(...page.items);
      cursor = page.nextCursor;
    }
    const ticket = await console.read<Ticket>('GET /tickets/{id}', { id });
    const same =
      messages.map((message) => message.id).join() === wanted &&
      ticket.title === desk.title &&
      ticket.status === desk.status &&
      ticket.version === desk.version;
    if (same || Date.now() - began > PATIENCE) return { messages, same };
    await pause(100);
  }
}

function isSame({ type, bytes }: PlannedFile, found: Buffer): boolean {
  return type === 'image/png' ? samePicture(bytes, found) : bytes.equals(found);
}

async function isIntact(
  { server }: VerifyParts,
  { attachments }: Message,
  file: PlannedFile,
): Promise<boolean> {
  const [only] = attachments;
  if (attachments.length !== 1 || only === undefined) return false;
  const answer = await fetch(server.url + only.url, { signal: AbortSignal.timeout(20_000) });
  return answer.ok && isSame(file, Buffer.from(await answer.arrayBuffer()));
}

async function verifyChats(
  { server, ground, steps }: VerifyParts,
  verdict: Verdict,
  compare: (place: string, wanted: readonly string[], found: readonly string[]) => void,
): Promise<void> {
  const began = Date.now();
  for (const personId of new Set(ground.chats)) {
    const mine = steps.filter((s) => s.kind === 'reply' && ground.chats[s.ticket] === personId);
    let found = await chatReplies(server, personId);
    const whole = () => new Set(found.map(({ mark }) => mark)).size >= mine.length;
    while (!whole() && Date.now() - began < CHAT_PATIENCE) {
      await pause(500);
      found = await chatReplies(server, personId);
    }
    for (const ticket of new Set(mine.map((step) => step.ticket))) {
      const ofTicket = (mark: string) => mark.startsWith(`⟦${ticket}:`);
      compare(
        'chat',
        mine.filter((step) => step.ticket === ticket).map(({ mark }) => mark),
        found.map(({ mark }) => mark).filter(ofTicket),
      );
    }
    for (const { mark, file } of mine) {
      if (file === null) continue;
      const fileId = found.find((reply) => reply.mark === mark)?.fileId ?? null;
      const intact = fileId !== null && isSame(file, await chatFile(server, fileId));
      if (!intact) verdict.damaged.push(`chat ${mark} ${file.name}`);
    }
  }
}
