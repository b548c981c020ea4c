import { currentDialogue } from '../dialogues';
import { leaveDialogue } from '../dialogues/dialogue';
import type { Command } from './command';

/** Leaves any dialogue, and says which. */
export const cancel: Command = {
  description: 'command.cancel',
  menu: 'everybody',
  run: async (turn) => {
    const left = currentDialogue(turn);
    await leaveDialogue(turn);
    await turn.say(turn.t(left?.left ?? 'cancel.nothing'));
  },
};
