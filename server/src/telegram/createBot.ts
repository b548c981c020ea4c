import { Composer, Context, type Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { handleCallback } from './callbacks';
import { COMMANDS } from './commands';
import { sayHelp } from './commands/help';
import { receiveContent } from './content/receiveContent';
import { receiveEdit } from './content/receiveEdit';
import { continueDialogue } from './dialogues';
import { keepsPace } from './limits';
import { inEveryLanguage } from './texts';
import type { Turn } from './turn';
import { greetNewcomer } from './welcome';

type BotContext = Context & { turn: Turn };

/** Commands of other bots in a group, and words that only look like commands, are text. */
const COMMAND = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s|$)/i;

function routes(): Composer<BotContext> {
  const bot = new Composer<BotContext>();
  bot.use(async ({ turn, update }, next) => {
    if (await keepsPace(turn, update)) await next();
  });
  bot.on('message', async (context, next) => {
    if (!context.hasCommand('start')) await greetNewcomer(context.turn);
    await next();
  });
  for (const [name, { run }] of Object.entries(COMMANDS)) {
    bot.command(name, (context) => run(context.turn, context.match.trim()));
  }
  bot.hears(inEveryLanguage('button.myTickets'), ({ turn }) => COMMANDS.tickets.run(turn, ''));
  bot.hears(inEveryLanguage('button.newTicket'), ({ turn }) => COMMANDS.new.run(turn, ''));
  bot.on('callback_query:data', ({ turn, callbackQuery }) => {
    const { id, data, message } = callbackQuery;
    return handleCallback(turn, id, data, message ? { messageId: message.message_id } : null);
  });
  bot.on('message', async ({ turn, message }) => {
    const unknown = COMMAND.exec(message.text ?? '')?.[1];
    if (unknown !== undefined) {
      return sayHelp(turn, turn.t('help.unknown', { command: `/${unknown}` }));
    }
    if (!(await continueDialogue(turn, message))) await receiveContent(turn, message);
  });
  bot.on('edited_message', ({ turn, editedMessage }) => receiveEdit(turn, editedMessage));
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
