import type { PresenceState, TypingNotice } from '@tikethet/shared/events';
import { createStore, type Store } from '../store';

/** Milliseconds a typing notice stands; Telegram's own lasts five seconds too. */
export const TYPING_LASTS = 5_000;

type Typing = Readonly<Record<string, readonly TypingNotice[]>>;
type Viewers = Readonly<Record<string, PresenceState['viewers']>>;

/** Who types and who looks: ephemeral, kept by ticket, forgotten by itself. */
export class Presence {
  readonly typing: Store<Typing> = createStore<Typing>({});
  readonly viewers: Store<Viewers> = createStore<Viewers>({});
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  typed(notice: TypingNotice): void {
    const others = this.#others(notice.ticketId, notice.person.id);
    this.#setTyping(notice.ticketId, [...others, notice]);
    const name = `${notice.ticketId} ${notice.person.id}`;
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.stopped(notice.ticketId, notice.person.id), TYPING_LASTS),
    );
  }

  /** Their message arrived, or time has passed. */
  stopped(ticketId: string, personId: string): void {
    const name = `${ticketId} ${personId}`;
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    if (!this.typing.get()[ticketId]?.some(({ person }) => person.id === personId)) return;
    this.#setTyping(ticketId, this.#others(ticketId, personId));
  }

  present(state: PresenceState): void {
    const { [state.ticketId]: _, ...rest } = this.viewers.get();
    this.viewers.set(
      state.viewers.length === 0 ? rest : { ...rest, [state.ticketId]: state.viewers },
    );
  }

  /** Without the desk nobody knows who looks where; it tells anew when it is back. */
  lost(): void {
    this.viewers.set({});
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #others(ticketId: string, personId: string): TypingNotice[] {
    return (this.typing.get()[ticketId] ?? []).filter(({ person }) => person.id !== personId);
  }

  #setTyping(ticketId: string, notices: TypingNotice[]): void {
    const { [ticketId]: _, ...rest } = this.typing.get();
    this.typing.set(notices.length === 0 ? rest : { ...rest, [ticketId]: notices });
  }
}
