import type { HandledOperation, Handlers } from '../handler';
import { attachmentHandlers } from './attachments';
import { auditHandlers } from './audit';
import { authHandlers } from './auth';
import { broadcastHandlers } from './broadcasts';
import { categoryHandlers } from './categories';
import { customerHandlers } from './customers';
import { deliveryHandlers } from './deliveries';
import { deskHandlers } from './desk';
import { faqHandlers } from './faq';
import { invitationHandlers } from './invitations';
import { macroHandlers } from './macros';
import { meHandlers } from './me';
import { messageHandlers } from './messages';
import { notificationHandlers } from './notifications';
import { priorityHandlers } from './priorities';
import { permissionHandlers } from './permissions';
import { sessionHandlers } from './sessions';
import { statsHandlers } from './stats';
import { syncHandlers } from './sync';
import { tagHandlers } from './tags';
import { ticketHandlers } from './tickets';
import { userHandlers } from './users';
import { writingHandlers } from './writing';
import { viewHandlers } from './views';

/** Every operation's handler. */
export const handlers = {
  ...attachmentHandlers,
  ...auditHandlers,
  ...authHandlers,
  ...broadcastHandlers,
  ...categoryHandlers,
  ...customerHandlers,
  ...deliveryHandlers,
  ...deskHandlers,
  ...faqHandlers,
  ...invitationHandlers,
  ...macroHandlers,
  ...meHandlers,
  ...messageHandlers,
  ...notificationHandlers,
  ...priorityHandlers,
  ...permissionHandlers,
  ...sessionHandlers,
  ...statsHandlers,
  ...syncHandlers,
  ...tagHandlers,
  ...ticketHandlers,
  ...userHandlers,
  ...viewHandlers,
  ...writingHandlers,
} satisfies Handlers<HandledOperation>;
