/** What a coming call does instead of its work, or after it. */
export interface Fault {
  /** Only calls of this method; all when absent. */
  method?: string;
  /** Only calls about this chat; all when absent. */
  chatId?: number;
  /** How many matching calls; 1 when absent. */
  times?: number;
  kind:
    | /** Refuse with 429 and `retryAfter` seconds. */ 'tooMany'
    | /** Refuse with `code` and `description`. */ 'error'
    | /** Perform it and never answer. */ 'silent'
    | /** Cut the connection without performing it. */ 'dropBefore'
    | /** Perform it, then cut the connection. */ 'dropAfter';
  retryAfter?: number;
  code?: number;
  description?: string;
}

/** How the whole server misbehaves: not at all, answers 502, or cuts every connection. */
export type Outage = 'none' | 'badGateway' | 'refuse';

/** Faults ordered by control; each is used up by the calls it meets. */
export class Faults {
  outage: Outage = 'none';
  /** Added to every call, milliseconds. */
  latencyMs = 0;
  private queue: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.queue.push({ ...fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.queue = [];
    this.outage = 'none';
    this.latencyMs = 0;
  }

  /** The first fault that meets this call, counted down. */
  take(method: string, chatId: number | undefined): Fault | undefined {
    const fault = this.queue.find(
      (one) =>
        (one.method === undefined || one.method.toLowerCase() === method.toLowerCase()) &&
        (one.chatId === undefined || one.chatId === chatId),
    );
    if (fault === undefined) return undefined;
    fault.left -= 1;
    if (fault.left <= 0) this.queue = this.queue.filter((one) => one !== fault);
    return fault;
  }
}
