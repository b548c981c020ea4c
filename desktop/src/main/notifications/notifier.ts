/** One notification as the person sees it. */
export interface NotificationContent {
  title: string;
  body: string;
  /** The ticket a click opens; null: just the window. */
  ticketId: string | null;
}

/** The place where notifications appear: the system's in the app, a list beside it in tests. */
export interface Notifier {
  show(content: NotificationContent, onClick: () => void): void;
  /** Takes away what is still shown. */
  clear(): void;
}
