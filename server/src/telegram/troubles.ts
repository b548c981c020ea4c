import type { Logger } from 'pino';
import { SYSTEM } from '../domain/context';
import type { Desk } from '../domain/desk';
import { mendIncident, raiseIncident, type IncidentKind } from '../domain/telegram/incidents';
import { endTokenPause } from '../domain/telegram/pauses';

/** Where trouble shows. */
type Source = 'connecting' | 'receiving' | IncidentKind;

const TOKEN = 'Telegram refuses the token; set BOT_TOKEN to the one that @BotFather shows';
const CONFLICT =
  'another program asks Telegram for the updates of this bot; stop it, or give one of them another bot';

/**
 * What is wrong between this process and Telegram: for the health check, the log and, where a
 * person has to act, the DEVELOPERs. Telling them must never stop the work that met the trouble.
 */
export class Troubles {
  readonly #by = new Map<Source, string>([['connecting', 'not reached yet']]);

  constructor(private readonly deps: { desk: Desk; log: Logger; botId: number }) {}

  get isNone(): boolean {
    return this.#by.size === 0;
  }

  set(source: Source, problem: string | null): void {
    if (problem === null) this.#by.delete(source);
    else this.#by.set(source, problem);
  }

  tokenRefused(): Promise<void> {
    return this.#note('token', TOKEN);
  }

  /** The token works, so what waited for that may go. */
  async tokenTaken(): Promise<void> {
    const { desk, botId } = this.deps;
    await this.#safely(() => desk.run(SYSTEM, (ctx) => endTokenPause(ctx, botId)));
    await this.#note('token', null);
  }

  conflict(isOne: boolean): Promise<void> {
    return this.#note('conflict', isOne ? CONFLICT : null);
  }

  webhook(problem: string | null): Promise<void> {
    return this.#note('webhook', problem);
  }

  async #note(kind: IncidentKind, problem: string | null): Promise<void> {
    const { desk, log, botId } = this.deps;
    const known = this.#by.get(kind);
    this.set(kind, problem);
    if (problem !== null && problem !== known) log.error({ problem }, `telegram: ${kind} trouble`);
    if (problem === null && known !== undefined) log.info(`telegram: ${kind} trouble is over`);
    await this.#safely(() =>
      desk.run(SYSTEM, async (ctx) => {
        if (problem === null) await mendIncident(ctx, botId, kind);
        else await raiseIncident(ctx, botId, kind, problem);
      }),
    );
  }

  async #safely(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.deps.log.error({ err: error }, 'telegram: trouble could not be recorded');
    }
  }
}
