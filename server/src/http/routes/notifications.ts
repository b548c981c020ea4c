import { listNotifications } from '../../domain/notifications/listNotifications';
import { readNotifications } from '../../domain/notifications/readNotifications';
import { tryNotifications } from '../../domain/notifications/tryNotifications';
import type { Handlers } from '../handler';

export const notificationHandlers = {
  'notifications.list': listNotifications,
  'notifications.read': readNotifications,
  'notifications.try': tryNotifications,
} satisfies Handlers<'notifications.list' | 'notifications.read' | 'notifications.try'>;
