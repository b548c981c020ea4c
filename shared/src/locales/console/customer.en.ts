/** Texts of the console: the customer’s card. */
export const customerEn = {
  customer: {
    label: 'Customer',
    username: 'Telegram',
    copyUsername: 'Copy the name {{name}}',
    telegramId: 'Telegram ID',
    language: 'Language',
    ru: 'Russian',
    en: 'English',
    since: 'With us since',
    lastSeen: 'Last seen',
    botBlocked: 'Has blocked the bot',
    blocked: 'Blocked at the desk',
    block: 'Block this customer',
    unblock: 'Unblock',
    blockTitle: 'Block {{name}}?',
    blockHelp:
      'They are signed out and told once that their access is closed. What they write is kept but opens nothing.',
    others: 'Other tickets',
    othersNone: 'This is their first ticket.',
    othersFailed: 'Other tickets did not load.',
    total_one: '{{count}} ticket in all',
    total_other: '{{count}} tickets in all',
    totalMore: 'more than {{count}} tickets',
    details: 'Ticket',
    messages: 'Messages',
  },
} as const;
