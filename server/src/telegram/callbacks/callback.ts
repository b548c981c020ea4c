import type { Turn } from '../turn';
import type { CallbackArgs, CallbackCode } from './data';

/** A pressed button. */
export interface Press {
  /** The message below which it stands. */
  messageId: number;
}

/** What the person sees for a moment (or, with `alert`, has to close) as the answer. */
export interface Answer {
  text: string;
  alert?: boolean;
}

export type Callback<C extends CallbackCode> = (
  turn: Turn,
  args: CallbackArgs<C>,
  press: Press,
) => Promise<Answer | void>;
