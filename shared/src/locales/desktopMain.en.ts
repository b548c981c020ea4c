import type { DesktopMainTexts } from './desktopMain.ru';
import type { EnglishPlural } from './shape';

export const desktopMainEn = {
  notification: {
    newTicket: 'New ticket #{{number}}',
    newTicketFrom: '{{name}}: {{text}}',
    message: '#{{number}} · {{name}}',
    missed_one: 'While you were offline: {{count}} update',
    missed_other: 'While you were offline: {{count}} updates',
    missedBody_one: 'Customers wrote in {{count}} ticket.',
    missedBody_other: 'Customers wrote in {{count}} tickets.',
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    language: 'Language',
    systemLanguage: 'Same as the system',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    reload: 'Reload window',
    developerTools: 'Developer tools',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    minimize: 'Minimize',
    close: 'Close window',
    quit: 'Quit TiketHet',
    about: 'About TiketHet',
  },
  unsent: {
    heldTitle: 'Could not be sent',
    heldBody: 'A change is waiting for your decision.',
    quitTitle_one: '{{count}} change is not sent',
    quitTitle_other: '{{count}} changes are not sent',
    quitBody: 'They are saved on this computer and go out when you open TiketHet again.',
    quit: 'Quit',
    stay: 'Stay',
  },
  link: {
    title: 'Open {{host}}?',
    body: 'A link of the conversation leads to another site:\n{{url}}',
    open: 'Open',
    cancel: 'Cancel',
    remember: 'Do not ask again about {{host}}',
  },
  problem: {
    title: 'TiketHet cannot start',
    address:
      'The address “{{value}}” cannot be used. Set {{variable}} to an address that begins with https:// (http:// works for this computer only).',
  },
} as const satisfies DesktopMainTexts<EnglishPlural>;
