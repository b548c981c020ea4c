import { preferencesOf } from '../../domain/people/preferences';
import { User } from '../../domain/people/user';
import type { Ticket } from '../../domain/tickets/ticket';
import { Ticket as Tickets } from '../../domain/tickets/ticket';
import { Message } from '../../domain/conversations/message';
import type { StoredMessage } from '../../sandbox';
import { createTestDesk, until, type TestDesk } from './testDesk';

let lastId = 20_000;

/** Somebody in the sandbox, whom nobody knows yet. */
export class Somebody {
  readonly #seen = new Set<number>();

  constructor(
    private readonly desk: TestDesk,
    readonly id: number,
  ) {}

  get #control() {
    return this.desk.server.sandbox.control;
  }

  start(payload?: string): void {
    this.#control.start(this.id, payload);
  }

  write(text: string, options: { replyTo?: number } = {}): number {
    return this.#control.sendText(this.id, text, options).message_id;
  }

  edit(messageId: number, text: string): void {
    this.#control.editText(this.id, messageId, text);
  }

  block(): void {
    this.#control.block(this.id);
  }

  /** The next message of the bot that reads so and was not looked for before. */
  async said(text: RegExp): Promise<StoredMessage> {
    const found = await this.#control.waitForMessage(
      this.id,
      (one) =>
        one.from === 'bot' &&
        !this.#seen.has(one.message.message_id) &&
        text.test(one.message.text ?? ''),
      10_000,
    );
    this.#seen.add(found.message.message_id);
    return found;
  }

  /** Presses a button as soon as it is there, and waits for the answer. */
  async press(stored: StoredMessage, button: string | RegExp): Promise<string | undefined> {
    const isIt = ({ text }: { text: string }) =>
      typeof button === 'string' ? text === button : button.test(text);
    const data = await until(() => this.markup(stored).find(isIt)?.callback_data, 10_000);
    const query = this.#control.pressButton(this.id, stored.message.message_id, data);
    return (await this.#control.waitForAnswer(query.id, 10_000)).text;
  }

  /** Waits until a message of the bot was edited to read so. */
  async reads(stored: StoredMessage, text: RegExp): Promise<void> {
    await until(() => text.test(this.#now(stored)?.message.text ?? ''), 10_000);
  }

  /** The inline buttons that a message has now. */
  markup(stored: StoredMessage) {
    return this.#now(stored)?.message.reply_markup?.inline_keyboard.flat() ?? [];
  }

  /** Their words. */
  buttons(stored: StoredMessage): string[] {
    return this.markup(stored).map(({ text }) => text);
  }

  #now({ message }: StoredMessage): StoredMessage | undefined {
    const all = this.#control.messages(this.id);
    return all.find((one) => one.message.message_id === message.message_id);
  }

  /** Everything of the bot, oldest first. */
  heard(): StoredMessage[] {
    return this.#control.messages(this.id).filter(({ from }) => from === 'bot');
  }

  /** The command menu in one text. */
  menu(): string {
    const lines = this.#control.commandMenu(this.id);
    return lines.map(({ command, description }) => `${command} ${description}`).join('\n');
  }

  menuButton(): string | undefined {
    return this.#control.menuButton(this.id).text;
  }

  replyKeyboard(): string[] {
    const { keyboard } = this.#control.replyKeyboard(this.id) ?? { keyboard: [] };
    return keyboard.flat().map(({ text }) => text);
  }

  async user(): Promise<User | undefined> {
    return User.query(this.desk.db).findOne({ telegramId: this.id });
  }

  async preferences() {
    return preferencesOf((await this.user()) ?? { preferences: {} });
  }

  async tickets(): Promise<Ticket[]> {
    const user = await this.user();
    if (user === undefined) return [];
    return Tickets.query(this.desk.db).where({ customerId: user.id }).orderBy('number');
  }

  /** What they wrote to the desk, in order. */
  async words(): Promise<string[]> {
    const user = await this.user();
    if (user === undefined) return [];
    const messages = await Message.query(this.desk.db)
      .where({ authorId: user.id })
      .orderBy(['createdAt', 'position']);
    return messages.map(({ content }) => content);
  }
}

/** A desk and people to talk with its bot. */
export interface ChatKit {
  desk: TestDesk;
  until: typeof until;
  /** A stranger with this language in their Telegram. */
  person(languageCode: string, username?: string): Somebody;
  /** Somebody whom the sandbox has already. */
  known(id: number): Somebody;
  close(): Promise<void>;
}

export async function createChatKit(): Promise<ChatKit> {
  const desk = await createTestDesk();
  return {
    desk,
    until,
    person: (languageCode, username) => {
      lastId += 1;
      const named = username === undefined ? {} : { username };
      const kind = 'customer' as const;
      const person = { id: lastId, firstName: 'Вера', languageCode, kind, ...named };
      desk.server.sandbox.control.addPerson(person);
      return new Somebody(desk, lastId);
    },
    known: (id) => new Somebody(desk, id),
    close: () => desk.close(),
  };
}
