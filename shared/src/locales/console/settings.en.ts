/** Texts of the console: settings. */
export const settingsEn = {
  settings: {
    title: 'Settings',
    language: 'Language',
    languageHelp: 'Of the console. Customers see their own.',
    languageSystem: 'As in Telegram',
    theme: 'Theme',
    themeSystem: 'As in the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    notifications: 'Notifications',
    notificationsHelp: 'New tickets and customers’ messages, while the window is not in front.',
    notificationsDenied:
      'The browser forbids them for this page. Allow notifications in the address bar.',
    account: 'Account',
    server: 'Server',
    storage: 'Sign-in is kept in',
    storageKeychain: 'the system’s key ring',
    storageObfuscated: 'a file, weakly protected: this system has no key ring',
    storageBrowser: 'this browser tab, until you close it',
    signOut: 'Sign out',
    reset: 'Reset pane widths',
  },
} as const;
