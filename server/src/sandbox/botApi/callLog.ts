/** One Bot API call as it was received and answered. */
export interface LoggedCall {
  /** Unix milliseconds. */
  at: number;
  method: string;
  params: Readonly<Record<string, unknown>>;
  /** HTTP status of the answer; 0 when the answer was withheld. */
  status: number;
  description?: string;
}

const keep = 5_000;

/** The last calls of the bot, oldest first; getUpdates is left out, it would drown the rest. */
export class CallLog {
  private calls: LoggedCall[] = [];

  add(call: LoggedCall): void {
    if (call.method === 'getUpdates') return;
    this.calls.push(call);
    if (this.calls.length > keep) this.calls = this.calls.slice(-keep / 2);
  }

  all(): readonly LoggedCall[] {
    return this.calls;
  }
}
