import type { InlineKeyboardMarkup } from 'grammy/types';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { toHtml, visibleText, type Formatted } from '../formatting/formatted';
import { FILE_TIMEOUT, outCall, type OutCall } from './call';
import { mediaCall, otherWay, type Media } from './media';
import { orPlainer } from './plainer';
import { viewMessage, type MessageView, type RenderDeps } from './view';

export function textParams(
  chatId: number,
  part: Formatted,
  keyboard: InlineKeyboardMarkup | undefined,
): Record<string, unknown> {
  return {
    chat_id: chatId,
    text: toHtml(part),
    parse_mode: 'HTML',
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** Files, and around them what they are sent with. */
function mediaOut(
  deps: RenderDeps,
  group: readonly Media[],
  around: Record<string, unknown>,
  hasCaption: boolean,
): OutCall {
  const { method, params } = mediaCall(deps.storage, group);
  return outCall(method, () => ({ ...params(), ...around }), {
    timeoutMs: FILE_TIMEOUT,
    hasCaption,
    instead: (refusal) => {
      const other = otherWay(group, refusal);
      return other === null ? null : mediaOut(deps, other, around, hasCaption);
    },
  });
}

/** A call with the words that it brings, without their formatting. */
interface Part {
  call: OutCall;
  words: { text?: string; caption?: string };
}

/** The calls ahead of the text: files, or a place on the map. */
function partsAhead(
  deps: RenderDeps,
  chatId: number,
  { groups, place, captioned, parts, keyboard }: MessageView,
): Part[] {
  const chat = { chat_id: chatId };
  if (place !== null) {
    const params = { ...chat, ...place.params };
    return [{ call: outCall(place.method, () => params), words: {} }];
  }
  const [caption] = parts;
  return groups.map((group): Part => {
    if (!captioned || caption === undefined) {
      return { call: mediaOut(deps, group, chat, false), words: {} };
    }
    const below = parts.length === 1 && keyboard ? { reply_markup: keyboard } : {};
    const around = { ...chat, caption: toHtml(caption), parse_mode: 'HTML', ...below };
    return {
      call: mediaOut(deps, group, around, true),
      words: { caption: visibleText(caption) },
    };
  });
}

/** The calls that bring a message of staff to its customer. */
export function renderMessage(
  deps: RenderDeps,
  claim: ClaimedDelivery,
  material: DeliveryMaterial,
): OutCall[] {
  const view = viewMessage(deps, material);
  const { parts, captioned, keyboard } = view;
  const texts = parts.slice(captioned ? 1 : 0).map((part, index, all): Part => {
    const below = index === all.length - 1 ? keyboard : undefined;
    return {
      call: outCall('sendMessage', () => textParams(claim.chatId, part, below)),
      words: { text: visibleText(part) },
    };
  });
  return [...partsAhead(deps, claim.chatId, view), ...texts].map(({ call, words }, index) =>
    orPlainer(index === 0 ? quoting(call, material) : call, words),
  );
}

/** The first call answers the message that the reply is about, or the part of it that is meant. */
function quoting(call: OutCall, { replyTo, message }: DeliveryMaterial): OutCall {
  if (replyTo === null) return call;
  const quote = message?.quote ? { quote: message.quote } : {};
  return withReply(call, { message_id: replyTo, allow_sending_without_reply: true, ...quote });
}

function withReply(call: OutCall, reply: Record<string, unknown>): OutCall {
  return {
    ...call,
    params: () => ({ ...call.params(), reply_parameters: reply }),
    instead: (refusal) => {
      const other = call.instead(refusal);
      return other === null ? null : withReply(other, reply);
    },
  };
}
