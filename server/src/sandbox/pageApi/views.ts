import { commandsFor } from '../botApi/commands';
import { menuButtonFor } from '../botApi/infoMethods';
import { person } from '../control/act';
import type { SandboxControl } from '../control/control';
import type {
  BotCommand,
  MenuButton,
  SandboxPerson,
  StoredMessage,
  TgReplyKeyboard,
} from '../types';
import type { World } from '../world';

/** A chat in the list of people. */
export interface PersonView {
  person: SandboxPerson;
  started: boolean;
  blocked: boolean;
  last: StoredMessage | null;
  unread: number;
}

export interface StateView {
  bot: { name: string; username: string };
  people: PersonView[];
}

/** What the bot has put around the input of a chat. */
export interface ChatControls {
  commands: BotCommand[];
  menuButton: MenuButton;
  replyKeyboard: TgReplyKeyboard | null;
}

export interface ChatView extends ChatControls {
  /** Oldest first, without deleted ones. */
  messages: StoredMessage[];
  /** Older messages exist. */
  more: boolean;
}

const pageSize = 80;

export function readState(world: World, control: SandboxControl): StateView {
  return {
    bot: { name: botName(world), username: world.bot.username ?? '' },
    people: control.people().map((one) => personView(world, one)),
  };
}

export function personView(world: World, one: SandboxPerson): PersonView {
  const chat = world.store.chat(one.id);
  const history = world.store.history(one.id).filter((message) => message.deleted !== true);
  return {
    person: one,
    started: chat.started,
    blocked: chat.blocked,
    last: history.at(-1) ?? null,
    unread: history.filter(
      ({ from, message }) => from === 'bot' && message.message_id > chat.readUpTo,
    ).length,
  };
}

export function readControls(world: World, personId: number): ChatControls {
  // Groups have neither a menu nor buttons of the bot around their input.
  if (person(world, personId).kind === 'group') {
    return { commands: [], menuButton: { type: 'default' }, replyKeyboard: null };
  }
  return {
    commands: commandsFor(world, personId),
    menuButton: menuButtonFor(world, personId),
    replyKeyboard: world.store.chat(personId).replyKeyboard ?? null,
  };
}

/** One page of a chat, newest page first; `before` is a message id. */
export function readChat(
  world: World,
  personId: number,
  before = Number.POSITIVE_INFINITY,
): ChatView {
  person(world, personId);
  const history = world.store
    .history(personId)
    .filter((one) => one.deleted !== true && one.message.message_id < before);
  return {
    messages: history.slice(-pageSize),
    more: history.length > pageSize,
    ...readControls(world, personId),
  };
}

function botName(world: World): string {
  return world.store.bot.texts['name|'] ?? world.bot.first_name;
}
