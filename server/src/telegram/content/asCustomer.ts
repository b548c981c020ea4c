import { callbackData } from '../callbacks/data';
import { asCustomerDialogue } from '../dialogues/asCustomer';
import type { Turn } from '../turn';

/** More than this waiting for one answer is not written by hand. */
const MOST_WAITING = 20;

/** Staff wrote to no ticket: it waits in the ledger until they say whether they are a customer. */
export async function askWhetherCustomer(turn: Turn): Promise<void> {
  const waiting = asCustomerDialogue.read(turn)?.updateIds ?? [];
  const updateIds = [...waiting, turn.updateId].slice(-MOST_WAITING);
  await asCustomerDialogue.begin(turn, { updateIds });
  if (waiting.length > 0) return;
  const yes = { text: turn.plain('button.asCustomer'), callback_data: callbackData('mine', 'yes') };
  const no = { text: turn.plain('button.dropDraft'), callback_data: callbackData('mine', 'no') };
  await turn.say(turn.t('staff.asCustomer'), { keyboard: { inline_keyboard: [[yes], [no]] } });
}
