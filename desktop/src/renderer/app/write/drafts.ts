import type { Draft as SharedDraft } from '@tikethet/shared/contracts';
import type { DesktopBridge } from '../bridge';
import { createStore, type Store } from '../store';
import { draftedTickets, readDraft, writeDraft, type Draft } from './draft';
import { newKey } from './newKey';

type ByTicket = Readonly<Record<string, Draft>>;
export type DraftChange = Partial<Omit<Draft, 'writtenAt' | 'saved'>>;

/** Milliseconds without a key until the desk is told. */
const PAUSE = 1_500;

/** Failures that pass: the draft stays here and is sent when there is a connection. */
const PASSING = new Set(['network', 'timeout', 'unavailable', 'rate_limited', 'internal']);

/**
 * What a person has begun to write: on this device at once, at the desk soon, on their other
 * devices by its event. The newest wins; what it would overwrite unseen is kept beside it.
 */
export class Drafts {
  readonly store: Store<ByTicket>;
  readonly #bridge: DesktopBridge;
  readonly #storage: Storage;
  readonly #meId: string;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(bridge: DesktopBridge, storage: Storage, meId: string) {
    this.#bridge = bridge;
    this.#storage = storage;
    this.#meId = meId;
    // Lists say where something is begun: all of them are known from the start.
    const known = draftedTickets(storage, meId).map((id) => [id, readDraft(storage, meId, id)]);
    this.store = createStore<ByTicket>(Object.fromEntries(known) as ByTicket);
  }

  of(ticketId: string): Draft {
    return this.store.get()[ticketId] ?? readDraft(this.#storage, this.#meId, ticketId);
  }

  /** The person writes. */
  change(ticketId: string, change: DraftChange): void {
    const before = this.of(ticketId);
    // A clock that is behind must not lose against what this device has shown already.
    const writtenAt = new Date(Math.max(Date.now(), Date.parse(before.writtenAt) + 1));
    this.#set(ticketId, {
      ...before,
      ...change,
      writtenAt: writtenAt.toISOString(),
      saved: false,
    });
    this.#saveSoon(ticketId);
  }

  /** Another device of the person wrote this, or the desk has kept it. */
  receive({ ticketId, ...said }: SharedDraft): void {
    const mine = this.of(ticketId);
    if (said.writtenAt <= mine.writtenAt) return;
    const lost = mine.saved ? '' : overwritten(mine, said);
    this.#set(ticketId, { ...said, saved: true, earlier: lost || mine.earlier });
  }

  /** There is a connection: what others of one's devices wrote, then what they must learn. */
  async catchUp(): Promise<void> {
    const known = await this.#bridge.read('GET /drafts', {});
    if (!known.ok) return;
    for (const draft of known.value.items) this.receive(draft);
    for (const ticketId of draftedTickets(this.#storage, this.#meId)) {
      if (!this.of(ticketId).saved) void this.#save(ticketId);
    }
  }

  /** What was written last goes to the desk now: the window may close. */
  flush(): void {
    for (const ticketId of this.#timers.keys()) void this.#save(ticketId);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #saveSoon(ticketId: string): void {
    clearTimeout(this.#timers.get(ticketId));
    this.#timers.set(
      ticketId,
      setTimeout(() => void this.#save(ticketId), PAUSE),
    );
  }

  async #save(ticketId: string): Promise<void> {
    clearTimeout(this.#timers.get(ticketId));
    this.#timers.delete(ticketId);
    const { saved: _saved, earlier: _earlier, ...draft } = this.of(ticketId);
    const result = await this.#bridge.write(
      'PUT /tickets/{id}/draft',
      { id: ticketId, ...draft },
      newKey(),
      () => undefined,
    );
    const now = this.of(ticketId);
    if (!result.ok && PASSING.has(result.error.code)) return;
    if (now.writtenAt !== draft.writtenAt) return;
    // What the desk will never take (the ticket is out of sight) is not offered again.
    if (!result.ok) return this.#set(ticketId, { ...now, saved: true });
    const { ticketId: _ticketId, ...said } = result.value;
    const lost = said.writtenAt > draft.writtenAt ? overwritten(now, said) : '';
    this.#set(ticketId, { ...said, saved: true, earlier: lost || now.earlier });
  }

  #set(ticketId: string, draft: Draft): void {
    writeDraft(this.#storage, this.#meId, ticketId, draft);
    this.store.set({ ...this.store.get(), [ticketId]: draft });
  }
}

/** What of a person's text would be gone if the other took its place. */
function overwritten(mine: Pick<Draft, 'reply' | 'note'>, next: Pick<Draft, 'reply' | 'note'>) {
  const texts = [mine.reply, mine.note].map((text) => text.trim());
  const others = `${next.reply}\n${next.note}`;
  return texts.filter((text) => text !== '' && !others.includes(text)).join('\n\n');
}
