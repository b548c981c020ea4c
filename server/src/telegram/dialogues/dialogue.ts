import type { Message } from 'grammy/types';
import type { z } from 'zod';
import { patchChat } from '../../domain/telegram/chats';
import type { TextKey } from '../texts';
import type { Turn } from '../turn';

/** Milliseconds. Who comes back later than this has forgotten what the bot asked. */
const LASTS = 60 * 60_000;

interface Definition<S> {
  /** Its name in `telegram_chats.dialogue` and in the registry. */
  mode: string;
  /** What has to be known when the answer comes. */
  state: z.ZodType<S>;
  /** What `/cancel` says about leaving it. */
  left: TextKey;
  /** Milliseconds since its last step after which what comes is ordinary content; an hour. */
  lasts?: number;
  /**
   * Takes what the person wrote. False: it is not meant for the dialogue, and goes where it would
   * go without one. Absent: never meant for it.
   */
  receive?: (turn: Turn, state: S, message: Message) => Promise<boolean>;
}

/** Something that the bot has asked and waits for, across restarts; one at a time in a chat. */
export interface Dialogue<S = unknown> {
  readonly mode: string;
  readonly left: TextKey;
  /** Begins it in place of another, or takes its next step. */
  begin(turn: Turn, state: S): Promise<void>;
  /** Its state, or null when the chat is not in it or it has taken too long. */
  read(turn: Turn): S | null;
  /** @returns whether the message was meant for it */
  receive(turn: Turn, message: Message): Promise<boolean>;
}

/**
 * Defines a dialogue. It stands in the chat's row, so that a restart goes on with it; what an
 * earlier version has written and this one cannot read is no dialogue.
 */
export function dialogue<S>(definition: Definition<S>): Dialogue<S> {
  const { mode, left, lasts = LASTS } = definition;
  const read = ({ chat, ctx }: Turn): S | null => {
    const { dialogue: stored } = chat;
    if (stored?.mode !== mode) return null;
    if (ctx.now.getTime() - new Date(stored.at).getTime() > lasts) return null;
    const parsed = definition.state.safeParse(stored.state);
    return parsed.success ? parsed.data : null;
  };
  return {
    mode,
    left,
    begin: ({ ctx, chat }, state) =>
      patchChat(ctx, chat, { dialogue: { mode, at: ctx.now.toISOString(), state } }),
    read,
    receive: async (turn, message) => {
      const state = read(turn);
      if (state === null || definition.receive === undefined) return false;
      return definition.receive(turn, state, message);
    },
  };
}

/** Leaves whatever dialogue the chat is in. */
export async function leaveDialogue({ ctx, chat }: Turn): Promise<void> {
  if (chat.dialogue !== null) await patchChat(ctx, chat, { dialogue: null });
}
