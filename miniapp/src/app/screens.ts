import { lazy, type ComponentType } from 'react';
import { loadTexts } from '../i18n/setup';
import { TicketsScreen } from '../screens/tickets/TicketsScreen';
import type { IconName } from '../ui/Icon';
import type { Screen, ScreenName, TabName } from './navigation';

/** What a screen of the tab bar is told. */
export interface TabProps {
  /** It is the one in front: it owns Telegram's main button. */
  active: boolean;
  /** Beside it there is room for what is opened from it. */
  wide: boolean;
  /** The ticket that lies open over or beside it. */
  selectedId: string | null;
}

export interface Tab {
  icon: IconName;
  Component: ComponentType<TabProps>;
}

/** The tab bar, in its order; the words are `tabs.<name>`. Only the first is in the first download. */
export const TABS = {
  tickets: { icon: 'chat', Component: TicketsScreen },
  notifications: {
    icon: 'bell',
    Component: lazy(async () => {
      const [file] = await Promise.all([
        import('../screens/notifications/NotificationsScreen'),
        loadTexts('account'),
      ]);
      return { default: file.NotificationsScreen };
    }),
  },
  help: {
    icon: 'help',
    Component: lazy(async () => {
      const [file] = await Promise.all([import('../screens/help/HelpScreen'), loadTexts('help')]);
      return { default: file.HelpScreen };
    }),
  },
  profile: {
    icon: 'person',
    Component: lazy(async () => {
      const [file] = await Promise.all([
        import('../screens/profile/ProfileScreen'),
        loadTexts('account'),
      ]);
      return { default: file.ProfileScreen };
    }),
  },
} as const satisfies Record<TabName, Tab>;

/** What can be opened over a tab; each gets its own part of {@link Screen} as props. */
export const SCREENS: { [Name in ScreenName]: ComponentType<Extract<Screen, { name: Name }>> } = {
  new: lazy(async () => {
    const [file] = await Promise.all([
      import('../screens/newTicket/NewTicketScreen'),
      loadTexts('help'),
    ]);
    return { default: file.NewTicketScreen };
  }),
  faqCategory: lazy(async () => {
    const [file] = await Promise.all([
      import('../screens/help/FaqCategoryScreen'),
      loadTexts('help'),
    ]);
    return { default: file.FaqCategoryScreen };
  }),
  article: lazy(async () => {
    const [file] = await Promise.all([import('../screens/help/ArticleScreen'), loadTexts('help')]);
    return { default: file.ArticleScreen };
  }),
  ticket: lazy(async () => {
    const [file] = await Promise.all([
      import('../screens/conversation/ConversationScreen'),
      loadTexts('ticket'),
    ]);
    return { default: file.ConversationScreen };
  }),
};
