import { adminRu } from './console/admin.ru';
import { auditRu } from './console/audit.ru';
import { composerRu } from './console/composer.ru';
import { conversationRu } from './console/conversation.ru';
import { customerRu } from './console/customer.ru';
import { deskSetupRu } from './console/deskSetup.ru';
import { faqRu } from './console/faq.ru';
import { inboxRu } from './console/inbox.ru';
import { keyboardRu } from './console/keyboard.ru';
import { macrosRu } from './console/macros.ru';
import { nativeRu } from './console/native.ru';
import { notificationsRu } from './console/notifications.ru';
import { outboxRu } from './console/outbox.ru';
import { paletteRu } from './console/palette.ru';
import { peopleRu } from './console/people.ru';
import { programRu } from './console/program.ru';
import { rightsRu } from './console/rights.ru';
import { sessionRu } from './console/session.ru';
import { offlineRu } from './console/offline.ru';
import { settingsRu } from './console/settings.ru';
import { shellRu } from './console/shell.ru';
import { timelineRu } from './console/timeline.ru';

/** Texts of the staff console, an area a file. */
export const consoleRu = {
  ...adminRu,
  ...auditRu,
  ...composerRu,
  ...conversationRu,
  ...customerRu,
  ...deskSetupRu,
  ...faqRu,
  ...inboxRu,
  ...keyboardRu,
  ...macrosRu,
  ...nativeRu,
  ...notificationsRu,
  ...outboxRu,
  ...paletteRu,
  ...peopleRu,
  ...programRu,
  ...rightsRu,
  ...sessionRu,
  ...offlineRu,
  ...settingsRu,
  ...shellRu,
  ...timelineRu,
} as const;
