import type { HandledOperation, Handlers } from '../handler';
import { attachmentHandlers } from './attachments';
import { authHandlers } from './auth';
import { categoryHandlers } from './categories';
import { deliveryHandlers } from './deliveries';
import { faqHandlers } from './faq';
import { meHandlers } from './me';
import { messageHandlers } from './messages';
import { notificationHandlers } from './notifications';
import { syncHandlers } from './sync';
import { ticketHandlers } from './tickets';
import { userHandlers } from './users';

/** Every operation's handler. */
export const handlers = {
  ...attachmentHandlers,
  ...authHandlers,
  ...categoryHandlers,
  ...deliveryHandlers,
  ...faqHandlers,
  ...meHandlers,
  ...messageHandlers,
  ...notificationHandlers,
  ...syncHandlers,
  ...ticketHandlers,
  ...userHandlers,
} satisfies Handlers<HandledOperation>;
