import type { Ticket } from '@tikethet/shared/contracts';

export type TicketPatch = (ticket: Ticket) => Ticket;

interface Pending {
  /** What the server said last. */
  base: Ticket;
  /** By the key of their command; `on` is the version they were made on. */
  patches: Map<string, { apply: TicketPatch; on: number }>;
}

/**
 * Changes that are shown before the server has answered, kept apart from what it said. A fact that
 * arrives meanwhile therefore neither hides them nor is lost when one of them is taken back.
 */
export class TicketOverlay {
  readonly #pending = new Map<string, Pending>();
  readonly #ownVersions = new Map<string, number>();

  /** Shows a change at once. */
  add(ticket: Ticket, key: string, patch: TicketPatch): Ticket {
    const entry = this.#pending.get(ticket.id) ?? { base: ticket, patches: new Map() };
    entry.patches.set(key, { apply: patch, on: entry.base.version });
    this.#pending.set(ticket.id, entry);
    return show(entry);
  }

  /**
   * What to show now that the server said this; null when something newer is known already.
   * @param shown what is cached, as far as it is
   */
  accept(said: Ticket, shown: Ticket | null): Ticket | null {
    const entry = this.#pending.get(said.id);
    if (!entry) return shown && isOlder(said, shown) ? null : said;
    if (isOlder(said, entry.base)) return null;
    entry.base = said;
    return show(entry);
  }

  /** The server has taken the change. */
  settle(said: Ticket, key: string, shown: Ticket | null): Ticket | null {
    this.#ownVersions.set(said.id, said.version);
    this.#forget(said.id, key);
    return this.accept(said, shown);
  }

  /** The change did not happen: what to show without it, null when nothing is pending any more. */
  revert(id: string, key: string): Ticket | null {
    const entry = this.#pending.get(id);
    if (!entry?.patches.has(key)) return null;
    this.#forget(id, key);
    return show(entry);
  }

  /**
   * The command was taken, but its answer holds no ticket. What it is known to do to one stands
   * until the server tells; when it has told already, that counts.
   */
  bake(id: string, key: string): void {
    const entry = this.#pending.get(id);
    const patch = entry?.patches.get(key);
    if (entry && patch?.on === entry.base.version) entry.base = patch.apply(entry.base);
    this.#forget(id, key);
  }

  /** The version to base a change on: what the person saw, or what their own last change made. */
  baseVersion(id: string, seen: number): number {
    return Math.max(seen, this.#ownVersions.get(id) ?? 0);
  }

  #forget(id: string, key: string): void {
    const entry = this.#pending.get(id);
    entry?.patches.delete(key);
    if (entry?.patches.size === 0) this.#pending.delete(id);
  }
}

/** Versions count changes of fields; messages move a ticket without one. */
function isOlder(said: Ticket, known: Ticket): boolean {
  if (said.version !== known.version) return said.version < known.version;
  return said.updatedAt < known.updatedAt;
}

function show(entry: Pending): Ticket {
  return [...entry.patches.values()].reduce((ticket, { apply }) => apply(ticket), entry.base);
}
