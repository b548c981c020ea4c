import type { StateRecord } from '../state/store';
import { formatText, maxCaptionLength, maxTextLength } from '../text/formattedText';
import type { FormattedText } from '../text/tidyText';
import type { SandboxPerson, StoredMessage, TgMessage } from '../types';
import { asReplyTarget, personUser, chatOf, withChat, type World } from '../world';
import { badRequest } from './apiError';
import { readMarkup } from './markup';
import type { Params } from './params';

export type MessageContent = Omit<TgMessage, 'message_id' | 'date' | 'chat' | 'from'>;

/** `text` with its entities; refuses empty and over-long ones. */
export function readText(params: Params): FormattedText {
  const formatted = formatText(
    params.text('text') ?? '',
    params.text('parse_mode'),
    params.json('entities'),
  );
  if (formatted.text === '') throw badRequest('message text is empty');
  if (formatted.text.length > maxTextLength) throw badRequest('message is too long');
  return formatted;
}

/** Caption fields of a message; empty object when there is none. */
export function readCaption(params: Params): Pick<TgMessage, 'caption' | 'caption_entities'> {
  const { text, entities } = formatText(
    params.text('caption') ?? '',
    params.text('parse_mode'),
    params.json('caption_entities'),
  );
  if (text.length > maxCaptionLength) throw badRequest('message caption is too long');
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

/** Text fields of a message from formatted text. */
export function textFields({
  text,
  entities,
}: FormattedText): Pick<TgMessage, 'text' | 'entities'> {
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

/** Sends contents as the bot, in one commit; several of them become an album. Returns the messages. */
export function postAsBot(
  world: World,
  person: SandboxPerson,
  params: Params,
  contents: MessageContent[],
): TgMessage[] {
  const { store } = world;
  const reply = readReply(world, person.id, params);
  const markup = readMarkup(world, params);
  const firstId = store.nextMessageId(person.id);
  const records: StateRecord[] = [];
  const messages = contents.map((content, index) => {
    const message: TgMessage = {
      message_id: firstId + index,
      from: world.bot,
      chat: chatOf(person),
      date: store.seconds(),
      ...reply,
      ...content,
    };
    if (markup?.kind === 'inline' && markup.markup.inline_keyboard.length > 0)
      message.reply_markup = markup.markup;
    const stored: StoredMessage = {
      personId: person.id,
      from: 'bot',
      message,
      ...(params.flag('disable_notification') ? { silent: true } : {}),
      reactions: { bot: [], me: [] },
    };
    records.push({ k: 'message', v: stored });
    return message;
  });
  if (markup?.kind === 'keyboard')
    records.push(withChat(store, person.id, { replyKeyboard: markup.markup }));
  if (markup?.kind === 'remove')
    records.push(withChat(store, person.id, { replyKeyboard: undefined }));
  store.commit(...records);
  return messages;
}

/** `reply_parameters` or the older `reply_to_message_id`. */
function readReply(
  world: World,
  personId: number,
  params: Params,
): Pick<TgMessage, 'reply_to_message' | 'quote'> {
  const raw = params.json('reply_parameters');
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const messageId = Number(given['message_id'] ?? params.int('reply_to_message_id') ?? Number.NaN);
  if (!Number.isInteger(messageId)) return {};
  const allowMissing =
    given['allow_sending_without_reply'] === true || params.flag('allow_sending_without_reply');
  const target = world.store.message(personId, messageId);
  if (target === undefined || target.deleted === true) {
    if (allowMissing) return {};
    throw badRequest('message to be replied not found');
  }
  const quote = typeof given['quote'] === 'string' ? given['quote'] : '';
  const position = (target.message.text ?? target.message.caption ?? '').indexOf(quote);
  if (quote !== '' && position === -1) throw badRequest('QUOTE_TEXT_INVALID');
  return {
    reply_to_message: asReplyTarget(target.message),
    ...(quote === '' ? {} : { quote: { text: quote, position, is_manual: true } }),
  };
}

/** Origin fields of a forwarded message. */
export function forwardFields(world: World, source: StoredMessage): MessageContent {
  const person = world.store.people.get(source.personId);
  const sender = source.from === 'bot' || person === undefined ? world.bot : personUser(person);
  return {
    forward_origin: { type: 'user', date: source.message.date, sender_user: sender },
    forward_date: source.message.date,
  };
}
