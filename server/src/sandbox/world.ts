import { badRequest, TelegramApiError } from './botApi/apiError';
import type { Params } from './botApi/params';
import type { StateRecord, Store } from './state/store';
import type {
  ChatState,
  SandboxPerson,
  TgChat,
  TgMessage,
  TgUpdate,
  TgUser,
  UpdateKind,
} from './types';

/** What every part of the sandbox works on. */
export interface World {
  store: Store;
  bot: TgUser;
  botToken: string;
  /** Refuse plain-http Mini App and button addresses even on this machine, as Telegram does. */
  strictWebApps: boolean;
}

/** Update kinds that Telegram sends only when asked for by name. */
const optIn = new Set<string>(['message_reaction']);

export function personUser(person: SandboxPerson): TgUser {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName === undefined ? {} : { last_name: person.lastName }),
    ...(person.username === undefined ? {} : { username: person.username }),
    language_code: person.languageCode,
  };
}

/** Whose words the bot hears in a chat: the person's, in a group those of its first customer. */
export function writerOf(world: World, person: SandboxPerson): TgUser {
  if (person.kind !== 'group') return personUser(person);
  const member = [...world.store.people.values()].find(({ kind }) => kind === 'customer');
  return personUser(member ?? person);
}

export function chatOf(person: SandboxPerson): TgChat {
  if (person.kind === 'group') return { id: person.id, type: 'group', title: person.firstName };
  return {
    id: person.id,
    type: 'private',
    first_name: person.firstName,
    ...(person.lastName === undefined ? {} : { last_name: person.lastName }),
    ...(person.username === undefined ? {} : { username: person.username }),
  };
}

/** The person behind `chat_id`; refuses as Telegram does when the bot may not write to them. */
export function reachablePerson(world: World, params: Params): SandboxPerson {
  const person = knownPerson(world, params);
  const chat = world.store.chat(person.id);
  if (person.kind === 'group' && (chat.blocked || !chat.started))
    throw new TelegramApiError(403, 'Forbidden: bot is not a member of the group chat');
  if (chat.blocked) throw new TelegramApiError(403, 'Forbidden: bot was blocked by the user');
  if (!chat.started)
    throw new TelegramApiError(403, "Forbidden: bot can't initiate conversation with a user");
  return person;
}

/** The person behind `chat_id`, whether or not the bot may write to them. */
export function knownPerson(world: World, params: Params): SandboxPerson {
  const text = params.text('chat_id');
  if (text === undefined || text.trim() === '') throw badRequest('chat_id is empty');
  const person = world.store.people.get(params.int('chat_id') ?? Number.NaN);
  if (person === undefined) throw badRequest('chat not found');
  return person;
}

/** Records that queue updates for the bot; kinds it has not asked for are left out. */
export function updateRecords<K extends UpdateKind>(
  store: Store,
  kind: K,
  payloads: NonNullable<TgUpdate[K]>[],
): StateRecord[] {
  const allowed = store.bot.allowedUpdates;
  if (allowed === null ? optIn.has(kind) : !allowed.includes(kind)) return [];
  const first = store.nextUpdateId();
  return payloads.map((payload, index) => ({
    k: 'update',
    v: { update_id: first + index, [kind]: payload },
  }));
}

export function withChat(store: Store, personId: number, change: Partial<ChatState>): StateRecord {
  return { k: 'chat', v: { ...store.chat(personId), ...change } };
}

/** A message as it appears inside `reply_to_message`: Telegram nests only one level. */
export function asReplyTarget(message: TgMessage): TgMessage {
  const { reply_to_message: _nested, ...rest } = message;
  return rest;
}
