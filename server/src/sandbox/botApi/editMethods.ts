import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { StoredMessage, TgMessage } from '../types';
import { knownPerson, reachablePerson, type World } from '../world';
import { badRequest } from './apiError';
import { readCaption, readText, textFields } from './compose';
import { readInlineMarkup } from './markup';
import type { Params } from './params';
import { reactionEmoji } from './reactions';
import type { Method } from './sendMethods';

/** Telegram lets bots delete messages of private chats for 48 hours. */
const deletableSeconds = 48 * 3600;

function readEditable(world: World, params: Params): StoredMessage {
  const person = reachablePerson(world, params);
  const stored = world.store.message(person.id, params.int('message_id') ?? Number.NaN);
  if (stored === undefined || stored.deleted === true)
    throw badRequest('message to edit not found');
  if (stored.from !== 'bot') throw badRequest("message can't be edited");
  return stored;
}

/** Applies changed fields; `undefined` removes one. Refuses an edit that changes nothing. */
function applyEdit(world: World, stored: StoredMessage, change: Partial<TgMessage>): TgMessage {
  const before = stored.message;
  const merged = { ...before, ...change };
  const message = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as TgMessage;
  if (isDeepStrictEqual(message, before))
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  const contentChanged = Object.keys(change).some((key) => key !== 'reply_markup');
  if (contentChanged) message.edit_date = world.store.seconds();
  world.store.commit({ k: 'message', v: { ...stored, message } });
  return message;
}

const editMessageText: Method = (world, params) => {
  const stored = readEditable(world, params);
  if (stored.message.text === undefined)
    throw badRequest('there is no text in the message to edit');
  const change = { entities: undefined, ...textFields(readText(params)) };
  return applyEdit(world, stored, { ...change, reply_markup: readInlineMarkup(world, params) });
};

const editMessageCaption: Method = (world, params) => {
  const stored = readEditable(world, params);
  const { photo, document, video, audio, voice, animation } = stored.message;
  if ([photo, document, video, audio, voice, animation].every((media) => media === undefined))
    throw badRequest('there is no caption in the message to edit');
  return applyEdit(world, stored, {
    caption: undefined,
    caption_entities: undefined,
    ...readCaption(params),
    reply_markup: readInlineMarkup(world, params),
  });
};

const editMessageReplyMarkup: Method = (world, params) => {
  const stored = readEditable(world, params);
  return applyEdit(world, stored, { reply_markup: readInlineMarkup(world, params) });
};

function readDeletable(world: World, personId: number, messageId: number): StoredMessage {
  const stored = world.store.message(personId, messageId);
  if (stored === undefined || stored.deleted === true)
    throw badRequest('message to delete not found');
  if (world.store.seconds() - stored.message.date > deletableSeconds)
    throw badRequest("message can't be deleted for everyone");
  return stored;
}

const deleteMessage: Method = (world, params) => {
  const person = knownPerson(world, params);
  const stored = readDeletable(world, person.id, params.int('message_id') ?? Number.NaN);
  world.store.commit({ k: 'message', v: { ...stored, deleted: true } });
  return true;
};

/** Unlike deleteMessage, messages that cannot be found are skipped, as in Telegram. */
const deleteMessages: Method = (world, params) => {
  const person = knownPerson(world, params);
  const ids = z.array(z.number().int()).min(1).max(100).safeParse(params.json('message_ids'));
  if (!ids.success) throw badRequest('message identifiers are not specified');
  for (const id of ids.data) {
    const stored = world.store.message(person.id, id);
    if (stored === undefined || stored.deleted === true) continue;
    readDeletable(world, person.id, id);
    world.store.commit({ k: 'message', v: { ...stored, deleted: true } });
  }
  return true;
};

const setMessageReaction: Method = (world, params) => {
  const person = reachablePerson(world, params);
  const stored = world.store.message(person.id, params.int('message_id') ?? Number.NaN);
  if (stored === undefined || stored.deleted === true)
    throw badRequest('message to react not found');
  const parsed = z
    .array(z.object({ type: z.literal('emoji'), emoji: z.string() }))
    .safeParse(params.json('reaction') ?? []);
  if (!parsed.success) throw badRequest("can't parse reaction types JSON object");
  if (parsed.data.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  const emoji = parsed.data.map((reaction) => reaction.emoji);
  if (emoji.some((one) => !reactionEmoji.has(one))) throw badRequest('REACTION_INVALID');
  const reactions = { ...stored.reactions, bot: emoji };
  world.store.commit({ k: 'message', v: { ...stored, reactions } });
  return true;
};

export const editMethods = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  setMessageReaction,
} satisfies Record<string, Method>;
