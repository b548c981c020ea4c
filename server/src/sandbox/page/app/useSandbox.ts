import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { PageEvent } from '../../pageApi/events';
import type { ChatControls, ChatView, PersonView, StateView } from '../../pageApi/views';
import type { StoredMessage, StoredQuery } from '../../types';
import { listen, readChat, readState } from './api';

export interface SandboxState {
  link: 'connecting' | 'up' | 'down';
  bot: StateView['bot'];
  people: PersonView[];
  chats: Record<number, ChatView>;
  /** Until when (browser clock, ms) the bot shows an action in a chat. */
  typing: Record<number, number>;
}

type Change =
  | { type: 'link'; link: SandboxState['link'] }
  | { type: 'state'; state: StateView }
  | { type: 'chat'; personId: number; chat: ChatView }
  | { type: 'older'; personId: number; chat: ChatView }
  | { type: 'controls'; personId: number; controls: ChatControls }
  | { type: 'event'; event: PageEvent };

/** Telegram shows an action for five seconds at most. */
const typingMs = 5_000;

const initial: SandboxState = {
  link: 'connecting',
  bot: { name: 'TiketHet', username: '' },
  people: [],
  chats: {},
  typing: {},
};

function reduce(state: SandboxState, change: Change): SandboxState {
  switch (change.type) {
    case 'link':
      return { ...state, link: change.link };
    case 'state':
      return { ...state, bot: change.state.bot, people: change.state.people };
    case 'chat':
      return { ...state, chats: { ...state.chats, [change.personId]: change.chat } };
    case 'older': {
      const known = state.chats[change.personId];
      if (known === undefined) return state;
      const messages = [...change.chat.messages, ...known.messages];
      const chat = { ...known, messages, more: change.chat.more };
      return { ...state, chats: { ...state.chats, [change.personId]: chat } };
    }
    case 'controls':
      return withControls(state, change.personId, change.controls);
    case 'event':
      return reduceEvent(state, change.event);
  }
}

function withControls(
  state: SandboxState,
  personId: number,
  { commands, menuButton, replyKeyboard }: ChatControls,
): SandboxState {
  const known = state.chats[personId];
  if (known === undefined) return state;
  const chat = { ...known, commands, menuButton, replyKeyboard };
  return { ...state, chats: { ...state.chats, [personId]: chat } };
}

function reduceEvent(state: SandboxState, event: PageEvent): SandboxState {
  if (event.type === 'person') {
    const { view } = event;
    const known = state.people.some(({ person }) => person.id === view.person.id);
    const people = known
      ? state.people.map((one) => (one.person.id === view.person.id ? view : one))
      : [...state.people, view];
    return { ...state, people };
  }
  if (event.type === 'typing')
    return { ...state, typing: { ...state.typing, [event.personId]: Date.now() + typingMs } };
  if (event.type === 'controls') return withControls(state, event.personId, event.controls);
  if (event.type !== 'message') return state;
  const typing =
    event.message.from === 'bot' ? { ...state.typing, [event.personId]: 0 } : state.typing;
  const chat = state.chats[event.personId];
  if (chat === undefined) return { ...state, typing };
  const next = { ...chat, messages: upsert(chat.messages, event.message) };
  return { ...state, typing, chats: { ...state.chats, [event.personId]: next } };
}

function upsert(messages: StoredMessage[], changed: StoredMessage): StoredMessage[] {
  const id = changed.message.message_id;
  const rest = messages.filter((one) => one.message.message_id !== id);
  if (changed.deleted === true) return rest;
  const index = messages.findIndex((one) => one.message.message_id === id);
  return index === -1 ? [...rest, changed] : messages.with(index, changed);
}

/** All that the page shows, kept live; `personId` is the open chat. */
export function useSandbox(personId: number | null, onAnswer: (query: StoredQuery) => void) {
  const [state, change] = useReducer(reduce, initial);
  const open = useRef(personId);
  const answer = useRef(onAnswer);
  useEffect(() => {
    open.current = personId;
    answer.current = onAnswer;
  });

  const loadChat = useCallback(async (id: number) => {
    change({ type: 'chat', personId: id, chat: await readChat(id) });
  }, []);

  useEffect(() => {
    const refresh = async () => {
      change({ type: 'state', state: await readState() });
      if (open.current !== null) await loadChat(open.current);
    };
    /** Messages stay as they are: the person may have older ones loaded. */
    const refreshBot = async () => {
      change({ type: 'state', state: await readState() });
      const id = open.current;
      if (id !== null) change({ type: 'controls', personId: id, controls: await readChat(id) });
    };
    return listen(
      (event) => {
        change({ type: 'event', event });
        if (event.type === 'answer') answer.current(event.query);
        if (event.type === 'bot') refreshBot().catch(() => undefined);
      },
      (up) => {
        change({ type: 'link', link: up ? 'up' : 'down' });
        if (up) refresh().catch(() => change({ type: 'link', link: 'down' }));
      },
    );
  }, [loadChat]);

  useEffect(() => {
    if (personId !== null) loadChat(personId).catch(() => change({ type: 'link', link: 'down' }));
  }, [personId, loadChat]);

  const loadOlder = useCallback(async (id: number, before: number) => {
    change({ type: 'older', personId: id, chat: await readChat(id, before) });
  }, []);

  return { state, loadOlder };
}
