/** Texts of the bot, as Telegram HTML where they are messages. Russian follows: `bot.ru.ts`. */
export const botEn = {
  welcome: {
    hello:
      'Hello, {{name}}! 👋\n\nTell us here what happened: text, a photo, a voice message or a file will do. A person will answer you in this chat.',
    staff: 'You are on the team: {{role}}. To sign in to the console, send /login and the code.',
    again: 'Good to see you again, {{name}}. Write whenever you need us.',
  },
  help: {
    title: '<b>How it works</b>',
    body: 'Just write here: your first message opens a ticket, the next ones continue it. To write to an earlier ticket, reply to one of its messages or choose it in /tickets.',
    commands: 'Commands:',
    unknown: 'There is no command {{command}}. Here is what I know.',
  },
  command: {
    tickets: 'My tickets',
    new: 'New ticket',
    support: 'Write to support',
    status: 'State of my ticket',
    help: 'How it works',
    language: 'Choose the language',
    cancel: 'Cancel what was begun',
    start: 'Begin',
    login: 'Sign in to the console',
  },
  button: {
    myTickets: '📋 My tickets',
    newTicket: '✍️ New ticket',
    open: 'Open',
    openApp: 'Open the app',
    close: 'Close ticket',
    reopen: 'The problem is still there',
    skip: 'Skip',
    approve: 'Approve',
    deny: 'Deny',
    asCustomer: 'Yes, as a customer',
    dropDraft: 'No, never mind',
    take: 'Take',
    openConsole: 'Open in the console',
    otherTicket: 'Write to another',
  },
  menuButton: 'My tickets',
  ticket: {
    accepted: '✅ Ticket <b>#{{number}}</b> is open. We will answer here.',
    askCategory: 'What is it about? This way the right person gets it.',
    askPriority: 'How urgent is it? You can skip this.',
    chosenCategory: 'Category: <b>{{category}}</b>.',
    thanks:
      '✅ Ticket <b>#{{number}}</b>\n{{category}} · {{priority}}\n\nThank you! We will answer here.',
    continued:
      '✅ Ticket #{{closed}} was closed long ago, so I opened a new one, <b>#{{number}}</b>, and linked them. We will answer here.',
    reopened: 'Ticket <b>#{{number}}</b> is back in work.',
    wentTo: 'Added to <b>#{{number}}</b> · {{title}}',
    current: 'Write here: it goes to <b>#{{number}}</b> · {{title}}',
    closedCurrent:
      'Ticket <b>#{{number}}</b> is closed. Write, and I will open a new one linked to it.',
    reopensCurrent: 'Ticket <b>#{{number}}</b> is closed. Write, and it opens again.',
    notFound: 'I see no such ticket among yours.',
    tooLarge_one:
      'The file came, but Telegram lets bots take files of up to 20 MB only. Please send it smaller, in parts or as a link.',
    tooLarge_other:
      '{{count}} files came, but Telegram lets bots take files of up to 20 MB only. Please send them smaller, in parts or as links.',
    cannotFetch: 'I could not take the file “{{name}}” from Telegram. Please send it once more.',
  },
  list: {
    empty: 'You have no tickets yet. Write here, and the first one opens.',
    title_one: '<b>Your ticket</b>',
    title_other: '<b>Your latest {{count}} tickets</b>',
    row: '{{mark}} <b>#{{number}}</b> · {{title}}\n<i>{{status}}</i>',
    choose: 'Press a number to write to that ticket.',
  },
  state: {
    one: '<b>#{{number}}</b> · {{title}}\nStatus: <b>{{status}}</b>\nCategory: {{category}}',
    assignee: 'Working on it: {{name}}',
    none: 'No ticket is open. Write here, and I will open one.',
  },
  newTicket: {
    ask: 'Tell us what happened. Your next message opens a new ticket.',
    askIn:
      'Category: <b>{{category}}</b>. Tell us what happened: your next message opens a new ticket.',
  },
  cancel: {
    newTicket: 'Fine, I am not opening a new ticket.',
    asCustomer: 'Fine, I will not pass it on.',
    nothing: 'There is nothing to cancel. Write whenever you need something.',
  },
  language: {
    ask: 'Choose the language.',
    done: 'I will write in English.',
  },
  login: {
    usage: 'Send the code from the console: <code>/login ABCD-EFGH</code>',
    ask: 'Sign in to the console on this device?\n\n<b>{{device}}</b>\nAddress: <code>{{ip}}</code>\n\nApprove only if you have just begun to sign in yourself.',
    approved: '✅ <b>{{device}}</b> is signed in.',
    denied: '🚫 <b>{{device}}</b> was turned away.',
    staffOnly: 'The console is for the team. Your tickets are here and in the app: /tickets',
    unknown: 'I do not know this code. Check it or get a new one in the console.',
    expired: 'This code no longer works. Get a new one in the console.',
  },
  status: {
    OPEN: 'Ticket <b>#{{number}}</b> is open again and waits for the next free person.',
    IN_PROGRESS: 'We are working on <b>#{{number}}</b>.',
    IN_PROGRESS_by: '{{name}} is working on <b>#{{number}}</b>.',
    WAITING_RESPONSE: 'Ticket <b>#{{number}}</b> waits for your answer.',
    RESOLVED:
      '✅ Ticket <b>#{{number}}</b> is resolved: {{title}}\n\nHow did we do? Choose from 1 to 5.',
    CLOSED: 'Ticket <b>#{{number}}</b> is closed. If it comes back, just write.',
  },
  rating: {
    thanks: 'Thank you for your {{stars}}!',
    done: 'Ticket <b>#{{number}}</b> · your rating: {{stars}}',
  },
  notice: {
    NEW_TICKET: '🆕 <b>#{{number}}</b> · {{title}}\n{{customer}} · {{category}}',
    NEW_MESSAGE: '💬 <b>#{{number}}</b> · {{title}}\n{{customer}} wrote:',
    TICKET_ASSIGNED: '📌 <b>#{{number}}</b> · {{title}}\nis now yours. {{customer}} · {{category}}',
    taken: '<b>#{{number}}</b> is yours.',
    replyHint: 'Reply to this message to answer the customer.',
    sent: 'Sent to {{customer}} (<b>#{{number}}</b>).',
  },
  staff: {
    asCustomer: 'Are you writing as a customer? I will open a ticket of your own then.',
    dropped: 'Fine, I did not pass it on.',
  },
  group: 'I answer in private chats only. Write to me there: @{{username}}',
  closedAccess: 'Your access is closed. If that is a mistake, contact the administrator.',
  oldButton: 'This button no longer works.',
  closed: 'Ticket <b>#{{number}}</b> is closed. Thank you! If it comes back, just write.',
} as const;
