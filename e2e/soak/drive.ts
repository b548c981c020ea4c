import type { Attachment, Ticket } from '../../shared/src/contracts';
import type { SyncConsole } from '../support/syncConsole';
import type { TcpProxy } from '../support/tcpProxy';
import type { SoakSize, Step } from './plan';

/** Unsent commands beyond which the person waits: a queue that only grows proves little. */
const MOST_UNSENT = 250;
const LOOK_EVERY = 50;
/** Tickets worked on at a time: each change waits for the engine, and most for one that starts. */
const HANDS = 8;
/** Milliseconds for everything to go out once the network is sound. */
const DRAIN_LIMIT = 10 * 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What was done to the console and its connection. */
export interface Damage {
  cuts: number;
  kills: number;
}

export interface DriveParts {
  console: SyncConsole;
  proxy: TcpProxy;
  size: SoakSize;
  steps: readonly Step[];
  tickets: readonly Ticket[];
  random: () => number;
  progress(line: string): void;
}

async function inputOf({ console, tickets }: DriveParts, step: Step) {
  const { id = '' } = tickets[step.ticket] ?? {};
  if (step.kind === 'title') {
    // As the window does: based on the version that is on screen.
    const { version } = await console.read<Ticket>('GET /tickets/{id}', { id });
    return { route: 'PUT /tickets/{id}', input: { id, title: step.mark, version } };
  }
  let attachmentIds: string[] | undefined;
  if (step.file !== null) {
    const { name, type, bytes } = step.file;
    const file = { name, type, bytes: new Uint8Array(bytes) };
    const kept = await keepFile(console, file);
    attachmentIds = [kept.id];
  }
  const internal = step.kind === 'note';
  return {
    route: 'POST /tickets/{id}/messages',
    input: { id, content: step.mark, internal, ...(attachmentIds && { attachmentIds }) },
  };
}

/** A file handed to an engine that died is handed to the next: no message names the first copy. */
async function keepFile(
  console: SyncConsole,
  file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Attachment> {
  for (;;) {
    const result = await console.host.call({ method: 'upload', file });
    if (result.ok) return result.value as Attachment;
    if (result.error.code !== 'network') {
      throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`);
    }
    await pause(30);
  }
}

/** Damages spread evenly over the commands; when exactly, is chance. */
function createDamage({ console, proxy, size, random }: DriveParts) {
  const done: Damage = { cuts: 0, kills: 0 };
  const under = new Set<Promise<void>>();
  async function killSoon(): Promise<void> {
    await pause(random() * 250);
    await console.kill9();
  }
  return {
    done,
    /** After command number `count`. */
    async after(count: number): Promise<void> {
      const due = (total: number) => Math.floor((count * total) / size.commands);
      if (done.kills < due(size.kills)) {
        done.kills += 1;
        const kill = killSoon().finally(() => under.delete(kill));
        under.add(kill);
      }
      while (done.cuts < due(size.cuts)) {
        if (proxy.cut()) done.cuts += 1;
        else await pause(5);
      }
    },
    settled: () => Promise.all(under),
  };
}

/**
 * Does all steps while the network and the engine are being damaged: those of a ticket one after
 * the other, several tickets at a time.
 */
export async function drive(parts: DriveParts): Promise<Damage> {
  const { console, steps } = parts;
  const damage = createDamage(parts);
  let count = 0;
  async function work(mine: readonly Step[]): Promise<void> {
    for (const step of mine) {
      const { route, input } = await inputOf(parts, step);
      await console.write(route, input, step.key);
      count += 1;
      if (count % 500 === 0) {
        const { cuts, kills } = damage.done;
        parts.progress(`${count} commands, ${cuts} cuts, ${kills} kills`);
      }
      await damage.after(count);
      while (console.outbox().unsent > MOST_UNSENT) await pause(LOOK_EVERY);
    }
  }
  const hands = Array.from({ length: HANDS }, (_, hand) =>
    work(steps.filter(({ ticket }) => ticket % HANDS === hand)),
  );
  await Promise.all(hands);
  await damage.settled();
  await drained(console);
  return damage.done;
}

async function drained(console: SyncConsole): Promise<void> {
  const began = Date.now();
  for (;;) {
    const result = await console.host.call({ method: 'outbox' });
    const state = result.ok ? (result.value as { unsent: number; held: number }) : null;
    if (state?.unsent === 0) return;
    if (state !== null && state.unsent === state.held) return;
    if (Date.now() - began > DRAIN_LIMIT) throw new Error(`not drained: ${JSON.stringify(state)}`);
    await pause(100);
  }
}
