/** Texts of the console: what stands around every screen. */
export const shellEn = {
  app: {
    name: 'TiketHet',
    opening: 'Opening the desk…',
    cancel: 'Cancel',
    close: 'Close',
    retry: 'Try again',
    copied: 'Copied',
    crashed: 'Something on this screen broke',
    crashedHelp:
      'Your texts are kept. Load the screen again; if it repeats, tell your administrator.',
    reload: 'Load again',
  },
  connection: {
    connecting: 'Connecting…',
    online: 'Connected',
    offline: 'Offline',
    dataFrom: 'data from {{time}}',
    banner: 'No connection. You see what was loaded by {{time}}; changes cannot be saved now.',
    bannerNever: 'No connection to the server. Nothing has been loaded yet; we keep trying.',
  },
  age: {
    now: 'now',
    minutes: '{{count}} min',
    hours: '{{count}} h',
    days: '{{count}} d',
  },
  panes: {
    rail: 'Width of the views',
    list: 'Width of the list',
    details: 'Width of the details',
  },
  toast: {
    notSaved: '{{what}}: not saved',
    repeat: 'Repeat',
    what: {
      assign: 'Assignee',
      status: 'Status',
      priority: 'Priority',
      category: 'Category',
      tags: 'Tags',
      message: 'Message',
      snooze: 'Snooze',
      resend: 'Sending again',
      block: 'Blocking',
    },
    resolved: 'Ticket {{number}} is resolved',
    copied: 'Copied',
  },
} as const;
