import { writeFile } from 'node:fs/promises';
import { Attachment } from '../../domain/attachments/attachment';
import { createUpload } from '../../domain/attachments/createUpload';
import { receiveUpload } from '../../domain/attachments/receiveFile';
import { addMessage, type AddMessageInput } from '../../domain/conversations/addMessage';
import { Message } from '../../domain/conversations/message';
import { User } from '../../domain/people/user';
import { createTicket } from '../../domain/tickets/createTicket';
import { Ticket } from '../../domain/tickets/ticket';
import type { StoredMessage } from '../../sandbox';
import { staff, until, type TestDesk } from './testDesk';

let nextId = 40_000;

/** A customer of the bot with an open ticket, without the talk that opening one takes. */
export async function openCustomer(
  desk: TestDesk,
  language: 'ru' | 'en' = 'ru',
): Promise<{ id: number; userId: string; ticket: Ticket }> {
  nextId += 1;
  const id = nextId;
  const control = desk.server.sandbox.control;
  control.addPerson({ id, firstName: 'Вера', languageCode: language, kind: 'customer' });
  control.sendText(id, 'помогите');
  const ticket = await until(async () => {
    const user = await User.query(desk.db).findOne({ telegramId: id });
    return user && (await Ticket.query(desk.db).findOne({ customerId: user.id }));
  }, 20_000);
  return { id, userId: ticket.customerId, ticket };
}

/** The same, after the bot has said all that it says to a newcomer. */
export async function quietCustomer(
  desk: TestDesk,
  language: 'ru' | 'en' = 'ru',
): ReturnType<typeof openCustomer> {
  const customer = await openCustomer(desk, language);
  await until(async () => {
    const waiting = await desk
      .db('deliveries')
      .where({ chat_id: customer.id })
      .whereIn('state', ['QUEUED', 'SENDING']);
    return waiting.length === 0;
  }, 20_000);
  return customer;
}

/** Another open ticket of the same customer, as the Mini App makes it. */
export async function anotherTicket(
  desk: TestDesk,
  { id, ticket }: { id: number; ticket: Ticket },
  title: string,
): Promise<Ticket> {
  const { categoryId } = ticket;
  const words = { content: title, format: 'plain', attachmentIds: [] } as const;
  const { full } = await desk.as(id, (ctx) => createTicket(ctx, { ...words, title, categoryId }));
  return full.ticket;
}

type Words = Partial<Pick<AddMessageInput, 'format' | 'replyToId' | 'quote' | 'kind' | 'extra'>>;

/** Staff answer from the console. @returns the message's id */
export async function answer(
  desk: TestDesk,
  ticketId: string,
  content: string,
  more: Words & { files?: [string, Buffer][]; telegramFileId?: string } = {},
): Promise<string> {
  const { files = [], telegramFileId, ...words } = more;
  const attachmentIds: string[] = [];
  for (const [name, bytes] of files) {
    const staged = await desk.storage.stage();
    await writeFile(staged, bytes);
    const stored = await receiveUpload(desk.storage, staged, name);
    attachmentIds.push((await desk.as(staff.id, (ctx) => createUpload(ctx, stored))).id);
  }
  if (telegramFileId !== undefined) {
    await Attachment.query(desk.db).patch({ telegramFileId }).whereIn('id', attachmentIds);
  }
  const { message } = await desk.as(staff.id, (ctx) =>
    addMessage(ctx, {
      ticketId,
      content,
      format: 'plain',
      attachmentIds,
      internal: false,
      ...words,
    }),
  );
  return message.id;
}

/** Waits until a delivery of a message has ended, and gives its row. */
export async function settled(desk: TestDesk, messageId: string, kind = 'MESSAGE') {
  return until(async () => {
    const row = await desk
      .db('deliveries')
      .where({ message_id: messageId, kind })
      .orderBy('seq', 'desc')
      .first();
    return ['SENT', 'FAILED', 'UNKNOWN'].includes(row?.state) && row;
  }, 20_000);
}

/** What stands in a chat for a message of the desk, in order. */
export async function inChat(
  desk: TestDesk,
  chatId: number,
  messageId: string,
): Promise<StoredMessage['message'][]> {
  const rows = await desk
    .db('telegram_messages')
    .where({ message_id: messageId, chat_id: chatId })
    .orderBy(['part', 'telegram_message_id']);
  const all = desk.server.sandbox.control.messages(chatId);
  return rows.flatMap(({ telegram_message_id: id }) => {
    const found = all.find(({ message }) => message.message_id === id);
    return found === undefined || found.deleted ? [] : [found.message];
  });
}

/** What somebody wrote to the desk, in order, deleted or not. */
export async function writtenBy(desk: TestDesk, userId: string): Promise<Message[]> {
  return Message.query(desk.db).where({ authorId: userId }).orderBy(['createdAt', 'position']);
}

export async function filesOf(desk: TestDesk, messageId: string): Promise<Attachment[]> {
  return Attachment.query(desk.db).where({ messageId }).orderBy('ordinal');
}
