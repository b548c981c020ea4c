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
  readonly id: number;
  readonly #seen = new Set<StoredMessage>();

  constructor(
    private readonly desk: TestDesk,
    languageCode: string,
  ) {
    lastId += 1;
    this.id = lastId;
    const person = { id: this.id, firstName: 'Вера', languageCode, kind: 'customer' as const };
    this.#control.addPerson(person);
  }

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
      (one) => one.from === 'bot' && !this.#seen.has(one) && text.test(one.message.text ?? ''),
      10_000,
    );
    this.#seen.add(found);
    return found;
  }

  /** Presses a button and waits for the answer. */
  async press(stored: StoredMessage, button: string | RegExp): Promise<string | undefined> {
    const { message_id: messageId } = stored.message;
    const now = this.#control.messages(this.id).find((one) => one.message.message_id === messageId);
    const buttons = now?.message.reply_markup?.inline_keyboard.flat() ?? [];
    const found = buttons.find(({ text }) =>
      typeof button === 'string' ? text === button : button.test(text),
    );
    if (found?.callback_data === undefined) {
      throw new Error(
        `no button ${String(button)} among ${buttons.map(({ text }) => text).join()}`,
      );
    }
    const query = this.#control.pressButton(this.id, messageId, found.callback_data);
    return (await this.#control.waitForAnswer(query.id, 10_000)).text;
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

  user(): Promise<User | undefined> {
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
  person(languageCode: string): Somebody;
  close(): Promise<void>;
}

export async function createChatKit(): Promise<ChatKit> {
  const desk = await createTestDesk();
  return {
    desk,
    until,
    person: (languageCode) => new Somebody(desk, languageCode),
    close: () => desk.close(),
  };
}
