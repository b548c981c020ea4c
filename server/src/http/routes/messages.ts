import { addMessage } from '../../domain/conversations/addMessage';
import { deleteMessage } from '../../domain/conversations/deleteMessage';
import { editMessage } from '../../domain/conversations/editMessage';
import { listMessages } from '../../domain/conversations/listMessages';
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
    return access === 'customer' ? { ...message, delivery: null } : message;
  },
  'messages.delete': (ctx, { id }) => deleteMessage(ctx, { messageId: id }),
} satisfies Handlers<'messages.list' | 'messages.create' | 'messages.update' | 'messages.delete'>;
