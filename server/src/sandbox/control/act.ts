import { randomBytes, randomInt } from 'node:crypto';
import { guessMime } from '../botApi/inputFile';
import { mediaOf, photoSizes, storeFile } from '../state/files';
import type { StateRecord } from '../state/store';
import { findAutoEntities } from '../text/autoEntities';
import type {
  FileKind,
  SandboxPerson,
  StoredMessage,
  StoredQuery,
  TgEntity,
  TgMedia,
  TgMessage,
  TgReaction,
} from '../types';
import { asReplyTarget, chatOf, updateRecords, writerOf, withChat, type World } from '../world';

/** A person did what their Telegram app would not have let them do; a mistake of the caller. */
export class SandboxUseError extends Error {}

export interface SendOptions {
  /** Message of this chat that is quoted. */
  replyTo?: number;
  /** Part of that message that is quoted. */
  quote?: string;
  /** false: fail unless the person has pressed Start before. */
  autoStart?: boolean;
}

export type PersonContent = Omit<TgMessage, 'message_id' | 'date' | 'chat' | 'from'>;

export function person(world: World, personId: number): SandboxPerson {
  const found = world.store.people.get(personId);
  if (found === undefined) throw new SandboxUseError(`There is no person ${personId}`);
  return found;
}

export function personMessage(world: World, personId: number, messageId: number): StoredMessage {
  const found = world.store.message(personId, messageId);
  if (found === undefined || found.deleted === true)
    throw new SandboxUseError(`There is no message ${messageId} in the chat of ${personId}`);
  return found;
}

/** Posts contents as the person, in one commit with their updates. Returns the messages. */
export function post(
  world: World,
  personId: number,
  contents: PersonContent[],
  options: SendOptions = {},
): TgMessage[] {
  const { store } = world;
  const sender = person(world, personId);
  const chat = store.chat(personId);
  if (chat.blocked) throw new SandboxUseError(`${personId} has blocked the bot`);
  if (!chat.started && options.autoStart === false)
    throw new SandboxUseError(`${personId} has not pressed Start`);
  const target =
    options.replyTo === undefined ? undefined : personMessage(world, personId, options.replyTo);
  const firstId = store.nextMessageId(personId);
  const messages = contents.map((content, index): TgMessage => ({
    message_id: firstId + index,
    from: writerOf(world, sender),
    chat: chatOf(sender),
    date: store.seconds(),
    ...(target === undefined ? {} : { reply_to_message: asReplyTarget(target.message) }),
    ...(target === undefined || options.quote === undefined
      ? {}
      : { quote: quoteOf(target.message, options.quote) }),
    ...content,
  }));
  const records: StateRecord[] = messages.map((message) => ({
    k: 'message',
    v: { personId, from: 'me', message, reactions: { bot: [], me: [] } },
  }));
  if (!chat.started) records.push(withChat(store, personId, { started: true }));
  const heard = messages.filter((message) => isHeard(world, sender, message));
  store.commit(...records, ...updateRecords(store, 'message', heard));
  return messages;
}

/** With its privacy on, as it is by default, a bot hears of a group's talk what is meant for it. */
function isHeard({ bot }: World, { kind }: SandboxPerson, { text = '' }: TgMessage): boolean {
  return kind !== 'group' || text.startsWith('/') || text.includes(`@${bot.username}`);
}

function quoteOf(message: TgMessage, text: string) {
  const position = (message.text ?? message.caption ?? '').indexOf(text);
  if (position === -1) throw new SandboxUseError('The quote is not part of the message');
  return { text, position, is_manual: true };
}

/** Text of a person with the entities Telegram finds by itself, commands among them. */
export function textContent(text: string, entities: TgEntity[] = []): PersonContent {
  const all = [...entities, ...findAutoEntities(text, entities)];
  return { text, ...(all.length > 0 ? { entities: all } : {}) };
}

function captionContent(caption: string | undefined): PersonContent {
  if (caption === undefined || caption === '') return {};
  const entities = findAutoEntities(caption, []);
  return { caption, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

export interface PersonFile {
  body: Buffer;
  name?: string;
  mime?: string;
}

/** Pictures (also as an album) or documents; the caption goes to the first, as Telegram's apps do. */
export function filesContent(
  world: World,
  kind: 'photo' | 'document',
  files: PersonFile[],
  caption: string | undefined,
): PersonContent[] {
  const albumId = files.length > 1 ? String(randomInt(1e12, 9e12)) : undefined;
  return files.map((file, index) => ({
    ...(albumId === undefined ? {} : { media_group_id: albumId }),
    ...mediaContent(world, kind, file),
    ...(index === 0 ? captionContent(caption) : {}),
  }));
}

/** One stored file as the content of a message. */
export function mediaContent(
  world: World,
  kind: FileKind,
  file: PersonFile,
  more: Partial<TgMedia> = {},
): PersonContent {
  const stored = storeFile(world.store, {
    body: file.body,
    kind,
    name: kind === 'photo' ? undefined : file.name,
    mime: kind === 'photo' ? undefined : (file.mime ?? guessMime(file.name ?? '', kind)),
    duration: more.duration,
  });
  if (kind === 'photo') return { photo: photoSizes(world.store, stored) };
  return { [kind]: mediaOf(stored, more) };
}

/** Several files in one album, each with its own caption. */
export function albumContent(
  world: World,
  items: { kind: 'photo' | 'video' | 'document'; bytes: Uint8Array; caption?: string }[],
): PersonContent[] {
  const albumId = String(randomInt(1e12, 9e12));
  return items.map(({ kind, bytes, caption }, index) => ({
    media_group_id: albumId,
    ...mediaContent(world, kind, { body: Buffer.from(bytes), name: `${kind}-${index + 1}` }),
    ...captionContent(caption),
  }));
}

/** Puts another picture in the place of an own one and tells the bot. */
export function replacePhoto(
  world: World,
  personId: number,
  messageId: number,
  body: Buffer,
): TgMessage {
  const stored = personMessage(world, personId, messageId);
  if (stored.from !== 'me' || stored.message.photo === undefined)
    throw new SandboxUseError('Only own pictures can be replaced');
  const content = mediaContent(world, 'photo', { body });
  const message = { ...stored.message, ...content, edit_date: world.store.seconds() };
  world.store.commit(
    { k: 'message', v: { ...stored, message } },
    ...updateRecords(world.store, 'edited_message', [message]),
  );
  return message;
}

/** Changes the text or caption of an own message and tells the bot. */
export function edit(
  world: World,
  personId: number,
  messageId: number,
  text: string,
  entities: TgEntity[] = [],
): TgMessage {
  const stored = personMessage(world, personId, messageId);
  if (stored.from !== 'me') throw new SandboxUseError('Only own messages can be edited');
  const { entities: _old, caption_entities: _oldCaption, ...kept } = stored.message;
  const changed =
    stored.message.text === undefined ? captionContent(text) : textContent(text, entities);
  const message = { ...kept, ...changed, edit_date: world.store.seconds() };
  world.store.commit(
    { k: 'message', v: { ...stored, message } },
    ...updateRecords(world.store, 'edited_message', [message]),
  );
  return message;
}

/** Presses a button of an inline keyboard; returns the query that the bot should answer. */
export function press(
  world: World,
  personId: number,
  messageId: number,
  data: string,
): StoredQuery {
  const stored = personMessage(world, personId, messageId);
  const buttons = stored.message.reply_markup?.inline_keyboard.flat() ?? [];
  if (!buttons.some((button) => button.callback_data === data))
    throw new SandboxUseError(`Message ${messageId} has no button with the data ${data}`);
  const query: StoredQuery = {
    id: String(BigInt(`0x${randomBytes(7).toString('hex')}`)),
    personId,
    messageId,
    data,
    at: world.store.now(),
  };
  world.store.commit(
    { k: 'query', v: query },
    ...updateRecords(world.store, 'callback_query', [
      {
        id: query.id,
        from: writerOf(world, person(world, personId)),
        message: stored.message,
        chat_instance: `-${personId}`,
        data,
      },
    ]),
  );
  return query;
}

/** Sets the person's reaction on a message; an empty string takes it back. */
export function react(world: World, personId: number, messageId: number, emoji: string): void {
  const stored = personMessage(world, personId, messageId);
  const sender = person(world, personId);
  const asReactions = (list: string[]): TgReaction[] =>
    list.map((one) => ({ type: 'emoji', emoji: one }));
  const next = emoji === '' ? [] : [emoji];
  world.store.commit(
    { k: 'message', v: { ...stored, reactions: { ...stored.reactions, me: next } } },
    ...updateRecords(world.store, 'message_reaction', [
      {
        chat: chatOf(sender),
        message_id: messageId,
        user: writerOf(world, sender),
        date: world.store.seconds(),
        old_reaction: asReactions(stored.reactions.me),
        new_reaction: asReactions(next),
      },
    ]),
  );
}

/** Blocks or unblocks the bot, in a group removes or adds it: Telegram reports `my_chat_member`. */
export function setBlocked(world: World, personId: number, blocked: boolean): void {
  const sender = person(world, personId);
  const isGroup = sender.kind === 'group';
  const chat = world.store.chat(personId);
  if (isGroup ? chat.started === !blocked : chat.blocked === blocked) return;
  const member = { user: world.bot, status: 'member' as const };
  const kicked = isGroup
    ? { user: world.bot, status: 'left' as const }
    : { user: world.bot, status: 'kicked' as const, until_date: 0 };
  world.store.commit(
    withChat(world.store, personId, isGroup ? { started: !blocked } : { blocked }),
    ...updateRecords(world.store, 'my_chat_member', [
      {
        chat: chatOf(sender),
        from: writerOf(world, sender),
        date: world.store.seconds(),
        old_chat_member: blocked ? member : kicked,
        new_chat_member: blocked ? kicked : member,
      },
    ]),
  );
}
