import { patchChat } from '../../domain/telegram/chats';
import { callbackData } from '../callbacks/data';
import type { Turn } from '../turn';

/** More than this waiting for one answer is not written by hand. */
const MOST_WAITING = 20;

/** Staff wrote to no ticket: it waits in the ledger until they say whether they are a customer. */
export async function askWhetherCustomer(turn: Turn): Promise<void> {
  const { ctx, chat } = turn;
  const waiting = chat.dialogue?.mode === 'asCustomer' ? chat.dialogue.updateIds : [];
  const updateIds = [...waiting, turn.updateId].slice(-MOST_WAITING);
  await patchChat(ctx, chat, { dialogue: { mode: 'asCustomer', updateIds } });
  if (waiting.length > 0) return;
  const yes = { text: turn.plain('button.asCustomer'), callback_data: callbackData('mine', 'yes') };
  const no = { text: turn.plain('button.dropDraft'), callback_data: callbackData('mine', 'no') };
  await turn.say(turn.t('staff.asCustomer'), { keyboard: { inline_keyboard: [[yes], [no]] } });
}
