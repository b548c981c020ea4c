import { createStore } from '../state/store';

/** Grey, orange, green, red. */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'offline';

export const connection = createStore<ConnectionState>('idle');

interface Typing {
  name: string;
  /** Milliseconds since the epoch. */
  until: number;
}

/** Who of the staff is typing, by ticket. */
export const typing = createStore<ReadonlyMap<string, Typing>>(new Map());

/** Milliseconds after which a person who went silent is no longer typing. */
const TYPING_LASTS = 6_000;

export function noteTyping(ticketId: string, name: string): void {
  const until = Date.now() + TYPING_LASTS;
  typing.set((now) => new Map(now).set(ticketId, { name, until }));
  setTimeout(() => {
    if ((typing.get().get(ticketId)?.until ?? Infinity) <= Date.now()) endTyping(ticketId);
  }, TYPING_LASTS + 50);
}

export function endTyping(ticketId: string): void {
  if (!typing.get().has(ticketId)) return;
  typing.set((now) => new Map([...now].filter(([id]) => id !== ticketId)));
}

type TypingTeller = (ticketId: string) => void;
let teller: TypingTeller = () => undefined;
let lastTold = 0;

/** The socket, once it is loaded, tells others that this person types. */
export function setTypingTeller(tell: TypingTeller): void {
  teller = tell;
}

/** Called on every key: at most one notice in two and a half seconds leaves. */
export function tellTyping(ticketId: string): void {
  if (Date.now() - lastTold < 2_500) return;
  lastTold = Date.now();
  teller(ticketId);
}

let prober: () => void = () => undefined;

/** The socket, once it is loaded, looks whether the desk is still there. */
export function setProber(probe: () => void): void {
  prober = probe;
}

/** A request did not get through: a socket that believes to be connected may be mistaken. */
export function suspectConnection(): void {
  prober();
}
