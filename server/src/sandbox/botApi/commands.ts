import { z } from 'zod';
import type { BotCommand } from '../types';
import { knownPerson, type World } from '../world';
import { badRequest } from './apiError';
import type { Params } from './params';
import type { Method } from './sendMethods';

const scopeSchema = z.object({
  type: z.enum([
    'default',
    'all_private_chats',
    'all_group_chats',
    'all_chat_administrators',
    'chat',
  ]),
  chat_id: z.union([z.number(), z.string()]).optional(),
});

/** Scope and language of a call as the key under which commands are kept. */
function commandKey(world: World, params: Params): string {
  const parsed = scopeSchema.safeParse(params.json('scope') ?? { type: 'default' });
  if (!parsed.success) throw badRequest("can't parse BotCommandScope: unsupported type specified");
  const { type, chat_id: chatId } = parsed.data;
  const language = params.text('language_code') ?? '';
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('BOT_COMMAND_LANGCODE_INVALID');
  if (type !== 'chat') return `${type}|${language}`;
  const id = Number(chatId);
  if (!world.store.people.has(id)) throw badRequest('chat not found');
  return `chat:${id}|${language}`;
}

const setMyCommands: Method = (world, params) => {
  const parsed = z
    .array(z.object({ command: z.string(), description: z.string() }))
    .safeParse(params.json('commands'));
  if (!parsed.success) throw badRequest("can't parse commands JSON object");
  if (parsed.data.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  const commands = parsed.data.map(({ command, description }) => {
    const name = command.replace(/^\//, '');
    if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.trim().length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command: name, description };
  });
  saveCommands(world, commandKey(world, params), commands);
  return true;
};

const getMyCommands: Method = (world, params) =>
  world.store.bot.commands[commandKey(world, params)] ?? [];

const deleteMyCommands: Method = (world, params) => {
  saveCommands(world, commandKey(world, params), undefined);
  return true;
};

function saveCommands(world: World, key: string, commands: BotCommand[] | undefined): void {
  const { [key]: _old, ...rest } = world.store.bot.commands;
  const next = commands === undefined ? rest : { ...rest, [key]: commands };
  world.store.commit({ k: 'bot', v: { ...world.store.bot, commands: next } });
}

/** The menu a person sees: the narrowest scope that has one, their language before the general one. */
export function commandsFor(world: World, personId: number): BotCommand[] {
  const language = world.store.people.get(personId)?.languageCode.slice(0, 2) ?? '';
  for (const scope of [`chat:${personId}`, 'all_private_chats', 'default'])
    for (const key of [`${scope}|${language}`, `${scope}|`]) {
      const found = world.store.bot.commands[key];
      if (found !== undefined && found.length > 0) return found;
    }
  return [];
}

/** setMyName and its like: kept per language, returned by their getters. */
export function textMethods(name: 'Name' | 'Description' | 'ShortDescription', limit: number) {
  const field = { Name: 'name', Description: 'description', ShortDescription: 'short_description' }[
    name
  ];
  const keyOf = (params: Params) => `${field}|${params.text('language_code') ?? ''}`;
  const set: Method = (world, params) => {
    const text = params.text(field) ?? '';
    if (text.length > limit) throw badRequest(`${field.replace('_', ' ')} is too long`);
    const texts = { ...world.store.bot.texts, [keyOf(params)]: text };
    world.store.commit({ k: 'bot', v: { ...world.store.bot, texts } });
    return true;
  };
  const get: Method = (world, params) => ({
    [field]: world.store.bot.texts[keyOf(params)] ?? world.store.bot.texts[`${field}|`] ?? '',
  });
  return { [`setMy${name}`]: set, [`getMy${name}`]: get };
}

export const commandMethods: Record<string, Method> = {
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  ...textMethods('Name', 64),
  ...textMethods('Description', 512),
  ...textMethods('ShortDescription', 120),
};

/** Person named by an optional chat_id; undefined when the call is about the default for all. */
export function optionalPerson(world: World, params: Params) {
  return params.text('chat_id') === undefined ? undefined : knownPerson(world, params);
}
