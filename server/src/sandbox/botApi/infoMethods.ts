import { chatOf, reachablePerson, withChat, knownPerson, type World } from '../world';
import { photoSizes } from '../state/files';
import { badRequest } from './apiError';
import { commandMethods, optionalPerson } from './commands';
import { readMenuButton } from './markup';
import type { Method } from './sendMethods';

/** Bots may fetch files up to 20 MB. */
const maxDownloadBytes = 20 * 1024 * 1024;
/** A callback query can be answered for a limited time; Telegram does not publish it. */
const queryLifetimeMs = 15 * 60_000;

const getMe: Method = (world) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

const getFile: Method = (world, params) => {
  const file = world.store.files.get(params.text('file_id') ?? '');
  if (file === undefined) throw badRequest('invalid file_id');
  if (file.size > maxDownloadBytes) throw badRequest('file is too big');
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    file_path: file.path,
  };
};

const getChat: Method = (world, params) => {
  const person = reachablePerson(world, params);
  return { ...chatOf(person), accent_color_id: person.id % 7, max_reaction_count: 11 };
};

/** Telegram's own bound. */
const MOST_PHOTOS = 100;

const getUserProfilePhotos: Method = (world, params) => {
  const userId = params.int('user_id');
  if (userId === undefined || userId <= 0) throw badRequest('invalid user_id specified');
  const person = world.store.people.get(userId);
  if (person === undefined) throw badRequest('user not found');
  const photo = world.store.files.get(person.photoFileId ?? '');
  const limit = params.int('limit') ?? MOST_PHOTOS;
  if (limit < 1 || limit > MOST_PHOTOS) throw badRequest('invalid limit specified');
  const skipped = params.int('offset') ?? 0;
  const photos = photo === undefined || skipped > 0 ? [] : [photoSizes(world.store, photo)];
  return { total_count: photo === undefined ? 0 : 1, photos };
};

const setChatMenuButton: Method = (world, params) => {
  const person = optionalPerson(world, params);
  const menuButton = readMenuButton(world, params);
  if (person === undefined) world.store.commit({ k: 'bot', v: { ...world.store.bot, menuButton } });
  else world.store.commit(withChat(world.store, person.id, { menuButton }));
  return true;
};

const getChatMenuButton: Method = (world, params) => {
  const person = optionalPerson(world, params);
  return menuButtonFor(world, person?.id);
};

/** The menu button of a chat, or with undefined the default one. */
export function menuButtonFor(world: World, personId: number | undefined) {
  const own = personId === undefined ? undefined : world.store.chat(personId).menuButton;
  return own === undefined || own.type === 'default' ? world.store.bot.menuButton : own;
}

const answerCallbackQuery: Method = (world, params) => {
  const query = world.store.queries.get(params.text('callback_query_id') ?? '');
  if (query === undefined || world.store.now() - query.at > queryLifetimeMs)
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  const text = params.text('text');
  if (text !== undefined && text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  const answer = { text, showAlert: params.flag('show_alert'), url: params.text('url') };
  world.store.commit({ k: 'query', v: { ...query, answer } });
  return true;
};

const getChatMember: Method = (world, params) => {
  const person = knownPerson(world, params);
  return { status: 'member', user: { id: person.id, is_bot: false, first_name: person.firstName } };
};

export const infoMethods: Record<string, Method> = {
  getMe,
  getFile,
  getChat,
  getChatMember,
  getUserProfilePhotos,
  setChatMenuButton,
  getChatMenuButton,
  answerCallbackQuery,
  ...commandMethods,
};
