import type { InputOf } from '@tikethet/shared/contracts';
import { api } from '../api/api';
import { queryClient } from '../app/queryClient';
import { notificationsKey, unread, withRead, type NotificationPages } from './notifications';

/** Marks as read: on screen at once, then at the desk. A failure only leaves the badge too high. */
export async function markRead(which: InputOf<'notifications.read'>): Promise<void> {
  const now = new Date().toISOString();
  queryClient.setQueryData<NotificationPages>(
    notificationsKey,
    (data) => data && withRead(data, which, now),
  );
  const answer = await api('PUT /notifications/read', which).catch(() => null);
  if (answer) unread.set(answer.unread);
}
