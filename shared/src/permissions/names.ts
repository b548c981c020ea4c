export const ROLES = ['USER', 'HELPER', 'MODERATOR', 'ADMIN', 'DEVELOPER'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Named actions that a role may or may not do. Acting on one's own ticket as its customer needs
 * none; `message.editOwn` and `message.editAny` (by staff) lift the five-minute limit.
 */
export const PERMISSIONS = [
  'ticket.viewAll',
  'ticket.viewPool',
  'ticket.createForCustomer',
  'ticket.reply',
  'ticket.note',
  'ticket.update',
  'ticket.take',
  'ticket.assign',
  'ticket.merge',
  'ticket.delete',
  'message.editOwn',
  'message.editAny',
  'message.delete',
  'people.list',
  'people.block',
  'people.setRole',
  'rights.manage',
  'category.manage',
  'faq.manage',
  'macro.manage',
  'tag.manage',
  'desk.manage',
  'audit.view',
  'broadcast.send',
  'stats.view',
  'view.share',
  'system.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
