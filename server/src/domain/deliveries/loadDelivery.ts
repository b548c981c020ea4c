import type { Language } from '@tikethet/shared/contracts';
import type { PermissionMatrix } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { Attachment } from '../attachments/attachment';
import { loadForSending, type BroadcastMaterial } from '../broadcasts/loadForSending';
import { Category } from '../categories/category';
import { Message } from '../conversations/message';
import { reactionInChat } from '../conversations/reactions';
import { loadNotice, type NoticeMaterial } from '../notices/loadNotice';
import { User } from '../people/user';
import { Priority } from '../priorities/priority';
import { loadMatrix } from '../rights/matrix';
import { chatMessagesOf, type ChatMessage } from '../telegram/chatMessages';
import { Ticket } from '../tickets/ticket';
import type { ClaimedDelivery } from './claimDeliveries';

/** Everything that the words of a delivery are made of. */
export interface DeliveryMaterial {
  /** Who gets it; null: a chat without a person, as of a group. */
  reader: User | null;
  /** What roles may do on this desk now; read for ROLE and MENU, null for the others. */
  matrix: PermissionMatrix | null;
  /** Of the person who gets it. */
  language: Language;
  /** They have blocked the bot, as far as is known. */
  botBlocked: boolean;
  /** null: deleted meanwhile, or the delivery is about none. */
  ticket: Ticket | null;
  category: Category | null;
  /** The ticket's; null without one. */
  priority: Priority | null;
  customerName: string;
  /** null: deleted meanwhile, or the delivery is about none. */
  message: Message | null;
  authorName: string;
  attachments: Attachment[];
  /** What already stands in the chat for the message. */
  standing: ChatMessage[];
  /** The message of the chat that it answers. */
  replyTo: number | null;
  /** The reaction that the bot shows on the message. */
  reaction: string | null;
  /** Of NOTICE and NOTICE_EDIT; null: the person has none any more. */
  notice: NoticeMaterial | null;
  /** Of BROADCAST and BROADCAST_PROGRESS; null: thrown away. */
  broadcast: BroadcastMaterial | null;
}

/** Reads what a claimed delivery needs, outside of any transaction: a network call follows. */
export async function loadDelivery(
  db: Knex,
  botId: number,
  claim: ClaimedDelivery,
): Promise<DeliveryMaterial> {
  const place = { botId, chatId: claim.chatId };
  const [reader, ticket, message] = await Promise.all([
    claim.userId === null ? undefined : User.query(db).findById(claim.userId),
    claim.ticketId === null
      ? undefined
      : Ticket.query(db).findById(claim.ticketId).whereNull('deletedAt'),
    claim.messageId === null ? undefined : Message.query(db).findById(claim.messageId),
  ]);
  const [category, priority, customer, author, attachments, standing, quoted, reaction] =
    await Promise.all([
      ticket && Category.query(db).findById(ticket.categoryId),
      ticket && Priority.query(db).findById(ticket.priority),
      ticket && User.query(db).findById(ticket.customerId),
      message?.authorId ? User.query(db).findById(message.authorId) : undefined,
      message ? Attachment.query(db).where({ messageId: message.id }).orderBy('ordinal') : [],
      message ? chatMessagesOf(db, place, message.id) : [],
      message?.replyToId ? chatMessagesOf(db, place, message.replyToId) : [],
      message && claim.kind === 'REACTION' ? reactionInChat(db, message.id) : null,
    ]);
  return {
    reader: reader ?? null,
    matrix: claim.kind === 'ROLE' || claim.kind === 'MENU' ? await loadMatrix(db) : null,
    language: reader?.language ?? 'en',
    botBlocked: (reader?.botBlockedAt ?? null) !== null,
    ticket: ticket ?? null,
    category: category ?? null,
    priority: priority ?? null,
    customerName: customer?.shownName ?? '',
    message: message ?? null,
    authorName: author?.shownName ?? 'TiketHet',
    attachments,
    standing,
    replyTo: quoted[0]?.telegramMessageId ?? null,
    reaction,
    notice: await noticeOf(db, claim),
    broadcast:
      claim.kind === 'BROADCAST' || claim.kind === 'BROADCAST_PROGRESS'
        ? await loadForSending(db, claim.kind, claim.payload)
        : null,
  };
}

async function noticeOf(
  db: Knex,
  { kind, ticketId, userId }: ClaimedDelivery,
): Promise<NoticeMaterial | null> {
  if (kind !== 'NOTICE' && kind !== 'NOTICE_EDIT') return null;
  return ticketId === null || userId === null ? null : loadNotice(db, ticketId, userId);
}
