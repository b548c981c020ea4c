import { Composer, Context, type Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { handleCallback } from './callbacks';
import { COMMANDS } from './commands';
import { receiveContent } from './content/receiveContent';
import { receiveEdit } from './content/receiveEdit';
import { receiveReaction } from './content/receiveReaction';
import { continueDialogue } from './dialogues';
import { keepsPace } from './limits';
import { obey } from './obey';
import { inEveryLanguage } from './texts';
import type { Turn } from './turn';
import { greetNewcomer } from './welcome';

type BotContext = Context & { turn: Turn };

function routes(): Composer<BotContext> {
  const bot = new Composer<BotContext>();
  bot.use(async ({ turn, update }, next) => {
    if (await keepsPace(turn, update)) await next();
  });
  bot.on('message', async (context, next) => {
    if (!context.hasCommand('start')) await greetNewcomer(context.turn);
    await next();
  });
  bot.hears(inEveryLanguage('button.myTickets'), ({ turn }) => COMMANDS.tickets.run(turn, ''));
  bot.hears(inEveryLanguage('button.newTicket'), ({ turn }) => COMMANDS.new.run(turn, ''));
  bot.on('callback_query:data', ({ turn, callbackQuery }) => {
    const { id, data, message } = callbackQuery;
    return handleCallback(turn, id, data, message ? { messageId: message.message_id } : null);
  });
  bot.on('message', async ({ turn, message }) => {
    if (await obey(turn, message)) return;
    if (!(await continueDialogue(turn, message))) await receiveContent(turn, message);
  });
  bot.on('edited_message', ({ turn, editedMessage }) => receiveEdit(turn, editedMessage));
  bot.on('message_reaction', ({ turn, messageReaction }) => receiveReaction(turn, messageReaction));
  return bot;
}

/**
 * The bot's routing: commands, buttons, content, edits.
 * @param api only completes grammY's contexts: handlers queue what they say
 */
export function createBot(
  api: Api,
): (turn: Turn, update: Update, me: UserFromGetMe) => Promise<void> {
  const handle = routes().middleware();
  return async (turn, update, me) => {
    const context = Object.assign(new Context(update, api, me), { turn });
    await handle(context, () => Promise.resolve());
  };
}
