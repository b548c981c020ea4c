import { listNotifications } from '../../domain/notifications/listNotifications';
import { readNotifications } from '../../domain/notifications/readNotifications';
import type { Handlers } from '../handler';

export const notificationHandlers = {
  'notifications.list': listNotifications,
  'notifications.read': readNotifications,
} satisfies Handlers<'notifications.list' | 'notifications.read'>;
