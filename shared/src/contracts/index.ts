import type { z } from 'zod';
import * as attachments from './attachments';
import * as audit from './audit';
import * as auth from './auth';
import * as broadcasts from './broadcasts';
import * as categories from './categories';
import * as mySettings from './consoleSettings';
import * as drafts from './drafts';
import * as customers from './customers';
import * as desk from './desk';
import * as faq from './faq';
import * as invitations from './invitations';
import * as macros from './macros';
import * as me from './me';
import * as merge from './merge';
import * as messages from './messages';
import * as notifications from './notifications';
import * as priorities from './priorities';
import * as scheduled from './scheduled';
import * as permissions from './permissions';
import * as sessions from './sessions';
import * as stats from './stats';
import * as sync from './sync';
import * as team from './team';
import * as tags from './tags';
import * as tickets from './tickets';
import * as timeline from './timeline';
import * as users from './users';
import * as views from './views';
import type { Operation } from './operation';

export type { HttpMethod, Operation, OperationAccess } from './operation';
export { MESSAGE_KINDS, time, type Language, type MessageKind } from './common';
export { attachment, type Attachment } from './attachments';
export { tokens, type Tokens } from './auth';
export { notification, type Notification } from './notifications';
export { broadcast, broadcastSegment, type Broadcast } from './broadcasts';
export { invitation, type Invitation } from './invitations';
export { auditFilters, type AuditEntry, type AuditFilters } from './audit';
export { priority, type Priority } from './priorities';
export {
  DEFAULT_SETTINGS,
  DESK_NAME_LENGTH,
  deskSettings,
  GREETING_LENGTH,
  SETTING_LIMITS,
  type DeskSettings,
} from './desk';
export { MOST_TAGS, tag, TAG_COUNT_CAP, type Tag } from './tags';
export { type Colleague } from './team';
export { draft, type Draft } from './drafts';
export { scheduledMessage, type ScheduledMessage } from './scheduled';
export { permissionMatrix } from './permissions';
export { session, type Session } from './sessions';
export { STATS_PERIODS, stats, type Stats, type StatsPeriod } from './stats';
export { customerCard, type CustomerCard, type CustomerNote } from './customers';
export { category, type AnswerTime, type Category } from './categories';
export { consoleSettings, SIGNATURE_LENGTH, type ConsoleSettings } from './consoleSettings';
export { macro, macroActions, type Macro, type MacroActions } from './macros';
export {
  faqArticle,
  faqEntry,
  type FaqArticle,
  type FaqEntry,
  type FaqEntryHead,
  type FaqHead,
  type FaqText,
} from './faq';
export {
  message,
  messageExtra,
  OTHER_CONTENT,
  type ChatChange,
  type Message,
  type MessageExtra,
  type MessageRevision,
  type OtherContent,
} from './messages';
export {
  QUICK_REACTIONS,
  REACTIONS,
  REACTIONS_EACH,
  type Reaction,
  type ReactionEmoji,
} from './reactions';
export {
  ticket,
  ticketFilters,
  type Ticket,
  type TicketCounts,
  type TicketFilters,
} from './ticket';
export { CUSTOMER_CHANGES, ticketChange, type TicketChange } from './timeline';
export {
  AVAILABILITIES,
  me,
  personRef,
  preferences,
  preferencesChange,
  user,
  type Availability,
  type Me,
  type PersonFace,
  type PersonRef,
  type User,
} from './users';
export { savedView, type SavedView } from './views';
export { command, snapshotItem, type Command, type CommandResult, type SnapshotItem } from './sync';

/** Every operation of the API, by its id. Server routes, OpenAPI and the clients come from here. */
export const operations = {
  'auth.telegram': auth.signInWithTelegram,
  'auth.refresh': auth.refreshSession,
  'auth.logout': auth.signOut,
  'auth.device': auth.startDeviceSignIn,
  'auth.deviceToken': auth.pollDeviceSignIn,
  'auth.me': auth.getMe,
  'auth.profile': auth.updateProfile,
  'tickets.list': tickets.listTickets,
  'tickets.counts': tickets.countTickets,
  'tickets.create': tickets.createTicket,
  'tickets.get': tickets.getTicket,
  'tickets.update': tickets.updateTicket,
  'tickets.assign': tickets.assignTicket,
  'tickets.setStatus': tickets.setTicketStatus,
  'tickets.merge': merge.mergeTicket,
  'tickets.unmerge': merge.unmergeTicket,
  'tickets.snooze': tickets.snoozeTicket,
  'tickets.rate': tickets.rateTicket,
  'tickets.read': tickets.readTicket,
  'tickets.pin': tickets.pinTicket,
  'tickets.link': tickets.linkTicket,
  'tickets.timeline': timeline.listTimeline,
  'tickets.delete': tickets.deleteTicket,
  'tickets.typing': sync.sendTyping,
  'messages.list': messages.listMessages,
  'messages.create': messages.createMessage,
  'messages.update': messages.updateMessage,
  'messages.delete': messages.deleteMessage,
  'messages.react': messages.reactToMessage,
  'messages.revisions': messages.listRevisions,
  'deliveries.resend': messages.resendDelivery,
  'drafts.list': drafts.listDrafts,
  'drafts.save': drafts.saveDraft,
  'scheduled.list': scheduled.listScheduled,
  'scheduled.create': scheduled.createScheduled,
  'scheduled.change': scheduled.changeScheduled,
  'scheduled.cancel': scheduled.cancelScheduled,
  'attachments.create': attachments.createAttachment,
  'attachments.get': attachments.getAttachment,
  'attachments.getUpload': attachments.getUpload,
  'attachments.putPart': attachments.putPart,
  'categories.list': categories.listCategories,
  'categories.answerTimes': categories.listAnswerTimes,
  'categories.create': categories.createCategory,
  'categories.update': categories.updateCategory,
  'categories.reorder': categories.reorderCategories,
  'categories.delete': categories.deleteCategory,
  'priorities.list': priorities.listPriorities,
  'priorities.update': priorities.updatePriority,
  'tags.list': tags.listTags,
  'tags.usage': tags.countTags,
  'tags.create': tags.createTag,
  'tags.update': tags.updateTag,
  'tags.merge': tags.mergeTag,
  'tags.delete': tags.deleteTag,
  'audit.list': audit.listAudit,
  'audit.export': audit.exportAudit,
  'desk.get': desk.getDesk,
  'desk.update': desk.updateDesk,
  'faq.overview': faq.getFaqOverview,
  'faq.list': faq.listFaq,
  'faq.get': faq.getFaqArticle,
  'faq.search': faq.searchFaq,
  'faq.suggest': faq.suggestFaq,
  'faq.vote': faq.voteFaq,
  'faq.entries': faq.listFaqEntries,
  'faq.entry': faq.getFaqEntry,
  'faq.create': faq.createFaqEntry,
  'faq.update': faq.updateFaqEntry,
  'faq.delete': faq.deleteFaqEntry,
  'faq.reorder': faq.reorderFaq,
  'macros.list': macros.listMacros,
  'macros.create': macros.createMacro,
  'macros.update': macros.updateMacro,
  'macros.delete': macros.deleteMacro,
  'me.console': mySettings.getConsoleSettings,
  'me.setConsole': mySettings.updateConsoleSettings,
  'me.summary': me.getSummary,
  'me.export': me.exportMe,
  'me.erase': me.eraseMe,
  'notifications.list': notifications.listNotifications,
  'notifications.read': notifications.readNotifications,
  'notifications.try': notifications.tryNotifications,
  'team.list': team.listTeam,
  'users.list': users.listUsers,
  'users.get': users.getUser,
  'users.setRole': users.setUserRole,
  'users.setCategories': users.setUserCategories,
  'users.setStatus': users.setUserStatus,
  'users.tickets': users.listUserTickets,
  'customers.find': customers.findCustomers,
  'customers.card': customers.getCustomerCard,
  'customers.tag': customers.tagCustomer,
  'customers.addNote': customers.addCustomerNote,
  'customers.editNote': customers.editCustomerNote,
  'customers.deleteNote': customers.deleteCustomerNote,
  'invitations.list': invitations.listInvitations,
  'invitations.create': invitations.createInvitation,
  'invitations.revoke': invitations.revokeInvitation,
  'permissions.get': permissions.getPermissions,
  'permissions.set': permissions.setPermission,
  'permissions.viewAs': permissions.viewAs,
  'sessions.list': sessions.listSessions,
  'sessions.revoke': sessions.revokeSession,
  'sessions.revokeAll': sessions.revokeSessions,
  'broadcasts.list': broadcasts.listBroadcasts,
  'broadcasts.get': broadcasts.getBroadcast,
  'broadcasts.create': broadcasts.createBroadcast,
  'broadcasts.start': broadcasts.startBroadcast,
  'broadcasts.stop': broadcasts.stopBroadcast,
  'views.list': views.listViews,
  'views.counts': views.countViews,
  'views.create': views.createView,
  'views.update': views.updateView,
  'views.delete': views.deleteView,
  'views.reorder': views.reorderViews,
  'stats.get': stats.getStats,
  'sync.read': sync.readFeed,
  'sync.snapshot': sync.readSnapshot,
  'commands.run': sync.runCommands,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;
type Of<K extends OperationId> = (typeof operations)[K];

/** What a caller sends (before defaults and transforms). */
export type InputOf<K extends OperationId> = z.input<Of<K>['input']>;
/** What a handler receives (after parsing). */
export type ParsedInputOf<K extends OperationId> = z.output<Of<K>['input']>;
export type OutputOf<K extends OperationId> = z.output<Of<K>['output']>;

type RouteOf<K extends OperationId> = `${Of<K>['method']} ${Of<K>['path']}`;
/** `GET /tickets/{id}` and so on: how clients name an operation without carrying zod along. */
export type Route = { [K in OperationId]: RouteOf<K> }[OperationId];
/** The operation behind a route. */
export type OperationOf<R extends Route> = {
  [K in OperationId]: RouteOf<K> extends R ? K : never;
}[OperationId];

/** Path parameters of an operation, in order. */
export function pathParams(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
