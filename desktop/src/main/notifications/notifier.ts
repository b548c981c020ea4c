import type { NoticeKind } from '../../bridge/native';

/** One notification as the person sees it. */
export interface NotificationContent {
  kind: NoticeKind;
  title: string;
  body: string;
  /** The ticket a click opens; null: just the window. */
  ticketId: string | null;
  /** The message in it that a click shows. */
  messageId: string | null;
  /** Path of a picture of the desk; null: none. */
  picture: string | null;
  /** One can answer the customer right here, where the system offers it. */
  answerable: boolean;
}

/** What a person can do with a notification, and what became of it. */
export interface NotificationHandlers {
  click: () => void;
  /** The text typed into the notification itself. */
  reply: (text: string) => void;
  markRead: () => void;
  /** The system has shown it. */
  shown?: () => void;
  /** The system has refused it. */
  failed?: (reason: string) => void;
}

/** The place where notifications appear: the system's in the app, a list beside it in tests. */
export interface Notifier {
  show(content: NotificationContent, on: NotificationHandlers): void;
  /** Takes away what is shown of a ticket. */
  withdraw(ticketId: string): void;
  /** Takes away what is still shown. */
  clear(): void;
}
