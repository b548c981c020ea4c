/** Texts of the console: settings. */
export const settingsEn = {
  settings: {
    title: 'Settings',
    groups: {
      person: 'You',
      app: 'This device',
    },
    sections: {
      profile: 'Profile',
      notifications: 'Notifications',
      appearance: 'Appearance',
      system: 'This computer',
      about: 'About and updates',
    },
    language: 'Language',
    languageHelp: 'Of the console. Customers see their own.',
    languageSystem: 'As in Telegram',
    theme: 'Theme',
    themeSystem: 'As in the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    notifications: 'Notifications',
    notificationsHelp: 'On this computer. The list of notifications holds everything anyway.',
    notificationsDenied:
      'The browser forbids them for this page. Allow notifications in the address bar.',
    account: 'Account',
    server: 'Server',
    storage: 'Sign-in is kept in',
    storageKeychain: 'the system’s key ring',
    storageObfuscated: 'a file, weakly protected: this system has no key ring',
    storageBrowser: 'this browser tab, until you close it',
    signOut: 'Sign out',
    panes: 'Panes',
    panesHelp: 'Drag their borders, or move to one with Tab and use the arrow keys.',
    reset: 'Reset widths',
  },
} as const;
