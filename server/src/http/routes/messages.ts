import { addMessage } from '../../domain/conversations/addMessage';
import { deleteMessage } from '../../domain/conversations/deleteMessage';
import { editMessage } from '../../domain/conversations/editMessage';
import { listMessages } from '../../domain/conversations/listMessages';
import { listRevisions } from '../../domain/conversations/listRevisions';
import { asCustomerSees } from '../../domain/conversations/presentMessages';
import { reactToMessage } from '../../domain/conversations/reactToMessage';
import type { Handlers } from '../handler';

export const messageHandlers = {
  'messages.list': async (ctx, { id, ...input }) => {
    const { items, nextCursor } = await listMessages(ctx, { ticketId: id, ...input });
    return { items, nextCursor };
  },
  'messages.create': async (ctx, { id, ...input }) => {
    const { message } = await addMessage(ctx, { ticketId: id, ...input });
    return message;
  },
  'messages.update': async (ctx, { id, content }) => {
    const { message, access } = await editMessage(ctx, { messageId: id, content });
    return access === 'customer' ? asCustomerSees(message) : message;
  },
  'messages.delete': (ctx, { id }) => deleteMessage(ctx, { messageId: id }),
  'messages.react': async (ctx, { id, emoji }) => {
    const input = { messageId: id, emoji: emoji === null ? [] : [emoji] };
    const { message, access } = await reactToMessage(ctx, input);
    return access === 'customer' ? asCustomerSees(message) : message;
  },
  'messages.revisions': (ctx, { id }) => listRevisions(ctx, { messageId: id }),
} satisfies Handlers<
  | 'messages.list'
  | 'messages.create'
  | 'messages.update'
  | 'messages.delete'
  | 'messages.react'
  | 'messages.revisions'
>;
