import { adminEn } from './console/admin.en';
import { auditEn } from './console/audit.en';
import { composerEn } from './console/composer.en';
import { conversationEn } from './console/conversation.en';
import { customerEn } from './console/customer.en';
import { deskSetupEn } from './console/deskSetup.en';
import { faqEn } from './console/faq.en';
import { inboxEn } from './console/inbox.en';
import { keyboardEn } from './console/keyboard.en';
import { macrosEn } from './console/macros.en';
import { nativeEn } from './console/native.en';
import { notificationsEn } from './console/notifications.en';
import { outboxEn } from './console/outbox.en';
import { paletteEn } from './console/palette.en';
import { peopleEn } from './console/people.en';
import { programEn } from './console/program.en';
import { rightsEn } from './console/rights.en';
import { sessionEn } from './console/session.en';
import { offlineEn } from './console/offline.en';
import { settingsEn } from './console/settings.en';
import { shellEn } from './console/shell.en';
import { timelineEn } from './console/timeline.en';

/** Texts of the staff console, an area a file. */
export const consoleEn = {
  ...adminEn,
  ...auditEn,
  ...composerEn,
  ...conversationEn,
  ...customerEn,
  ...deskSetupEn,
  ...faqEn,
  ...inboxEn,
  ...keyboardEn,
  ...macrosEn,
  ...nativeEn,
  ...notificationsEn,
  ...outboxEn,
  ...paletteEn,
  ...peopleEn,
  ...programEn,
  ...rightsEn,
  ...sessionEn,
  ...offlineEn,
  ...settingsEn,
  ...shellEn,
  ...timelineEn,
} as const;
