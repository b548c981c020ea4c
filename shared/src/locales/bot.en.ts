/** Texts of the bot, as Telegram HTML where they are messages. Russian follows: `bot.ru.ts`. */
export const botEn = {
  welcome: {
    hello:
      'Hello, {{name}}! 👋\n\nTell us here what happened: text, a photo, a voice message or a file will do. A person will answer you in this chat.',
    staff:
      'You are on the team: <b>{{role}}</b>. To sign in to the console, send /login and the code. More commands are in /help.',
    short: 'Hello, {{name}}! 👋',
    again: 'Welcome back, {{name}}!',
    write: 'Tell us what happened, and we will answer here.',
    one: 'Your open ticket: <b>#{{number}}</b> · {{title}}\n<i>{{status}}</i>',
    goesThere: 'What you write goes to it.',
    several_one: 'You have {{count}} open ticket: /tickets',
    several_other: 'You have {{count}} open tickets: /tickets',
  },
  help: {
    title: '<b>How it works</b>',
    body: '✍️ Just write: your first message opens a ticket, the next ones go to it. Text, photos, voice and files are all fine.\n\n↩️ To write to another ticket, reply to one of its messages or choose it: /tickets\n\n🌙 For quiet nights and what to be told about: /settings',
    unknown: 'There is no command {{command}}. Here is what I know.',
  },
  command: {
    tickets: 'My tickets',
    new: 'New ticket',
    support: 'Write to support',
    status: 'State of my ticket',
    help: 'How it works',
    settings: 'Notices, quiet hours, language',
    language: 'Choose the language',
    cancel: 'Cancel what was begun',
    start: 'Begin',
    queue: 'What waits for an answer',
    stats: 'Numbers',
    admin: 'The state of the desk',
    role: 'Roles',
    broadcast: 'Write to many',
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
    move: '↪️ Move',
    moveToNew: '➕ To a new ticket',
    stay: 'Leave it here',
    upload: '📎 Upload in the app',
    otherTopic: '‹ Another topic',
    comment: '💬 Add a few words',
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
    tooLargeForChat:
      'This file is over 20 MB, and Telegram does not hand it to me. Upload it in the app: it takes up to 50 MB.',
    tooLarge:
      'This file is over 20 MB, and Telegram does not hand it to me. Send it smaller, in parts or as a link.',
    farTooLarge:
      'This file is over 50 MB, which is more than I can take. Send it in parts or as a link.',
    cannotFetch: 'I could not take the file “{{name}}” from Telegram. Please send it once more.',
  },
  move: {
    ask: 'It is in <b>#{{number}}</b> · {{title}} now. Where should it go?',
    done_one:
      '↪️ Moved {{count}} message to <b>#{{number}}</b> · {{title}}. What you write next goes there too.',
    done_other:
      '↪️ Moved {{count}} messages to <b>#{{number}}</b> · {{title}}. What you write next goes there too.',
    already: 'This message has been moved already.',
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
    others: 'Also open: {{numbers}}. For one of them: <code>/status number</code>',
    usage:
      'Send the number of the ticket: <code>/status 1042</code>. Without a number I tell about the current one.',
    none: 'No ticket is open. Write here, and I will open one.',
  },
  newTicket: {
    ask: 'Tell us what happened. Your next message opens a new ticket.',
    choose:
      '✍️ <b>New ticket</b>\n\nWhat is it about? Choose a topic, or just write what happened.',
    askIn:
      '✍️ <b>New ticket</b>\nTopic: <b>{{category}}</b>\n\nTell us what happened: text, a photo, a voice message. Changed your mind? /cancel',
  },
  cancel: {
    newTicket: 'Fine, I am not opening a new ticket.',
    asCustomer: 'Fine, I will not pass it on.',
    ratingComment: 'Fine, your rating stays without words.',
    settings: 'Fine, the settings stay as they were.',
    broadcast: 'Fine, no broadcast. Nothing was sent.',
    nothing: 'There is nothing to cancel. Write whenever you need something.',
  },
  language: {
    ask: 'Choose the language.',
    done: 'I will write in English.',
  },
  link: {
    noTicket:
      'There is no ticket #{{number}} among yours. Yours are in /tickets, and a new one opens as soon as you write.',
    noTopic: 'There is no such topic right now, but never mind.',
    unknown: 'This link leads nowhere any more, but never mind.',
  },
  settings: {
    title: '⚙️ <b>Settings</b>',
    closed: '✅ <b>Done, everything is saved</b>',
    saved: 'Saved',
    back: '‹ Back',
    done: 'Done',
    all: 'all',
    none: 'off',
    some: '{{count}} of {{of}}',
    noticesLine: '🔔 Notices: <b>{{what}}</b>',
    staffLine: '💼 Work notices: <b>{{what}}</b>',
    quietLine: '🌙 Quiet hours: <b>{{from}} – {{to}}</b>',
    quietOffLine: '🌙 Quiet hours: <b>none</b>',
    zoneLine: '🕐 Time zone: <b>{{zone}}</b>, {{clock}} now',
    languageLine: '🌐 Language: <b>English</b>',
    toNotices: '🔔 Notices',
    toQuiet: '🌙 Quiet hours',
    toZone: '🕐 Time zone',
    toLanguage: '🌐 Language',
    toStaff: '💼 Work notices',
    noticesHelp:
      '🔔 <b>What to tell you</b>\n\nAnswers to your tickets always come. The rest is up to you.',
    staffHelp: '💼 <b>Work notices</b>\n\nWhat to write to you about as a member of the team.',
    notice: {
      status: 'What became of my ticket',
      rating: 'A request to rate the answer',
      news: 'News',
    },
    staffNotice: {
      newTicket: 'A new ticket',
      assigned: 'A ticket assigned to me',
      customerReplied: 'A customer replied',
      slaAtRisk: 'An answer will be late',
    },
    quietHelp: 'Messages come as usual, but without a sound.',
    quietType:
      'Choose below or write your own, like <code>22:30–7:15</code>. Times are for {{zone}}, {{clock}} now.',
    quietOwn: 'Another time',
    quietOff: 'Turn off',
    quietFrom: '🌙 <b>Quiet hours</b>\n\nFrom what hour?',
    quietTo: '🌙 <b>Quiet hours</b>\n\nFrom <b>{{from}}</b> until what hour?',
    zoneHelp:
      '🕐 <b>Time zone</b>\n\nNow: {{zone}}, {{clock}}. Choose a city where it is the same time as with you, or write its name.',
    zoneUnknown:
      'I do not know this city. Write a bigger one nearby, or choose from the list above.',
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
    RESOLVED: '✅ Ticket <b>#{{number}}</b> is resolved: {{title}}',
    CLOSED: 'Ticket <b>#{{number}}</b> is closed. If it comes back, just write.',
  },
  rating: {
    ask: 'How did we do? Choose from 1 to 5.',
    thanks: 'Thank you for your {{stars}}!',
    askComment:
      'What went well, or what was missing in <b>#{{number}}</b>? Write it in one message. Changed your mind? /cancel',
    commented: '💬 Thank you! I passed your words on to the team. Ticket <b>#{{number}}</b>.',
    tooLong:
      'That is long for a comment: up to {{most}} characters fit. Please send a shorter one.',
    done: 'Ticket <b>#{{number}}</b> · your rating: {{stars}}',
  },
  staff: {
    asCustomer: 'Are you writing as a customer? I will open a ticket of your own then.',
    dropped: 'Fine, I did not pass it on.',
    tooLate: 'This question is over. If you still want to pass it on, please send it again.',
  },
  group: 'I answer in private chats only. Write to me there: @{{username}}',
  closedAccess: 'Your access is closed. If that is a mistake, contact the administrator.',
  alert: {
    webhook:
      '⚠️ <b>Updates from Telegram</b>\n{{detail}}\n\nThe webhook is being registered again.',
    conflict:
      '⚠️ <b>Two programs for one bot</b>\n{{detail}}\n\nUntil then messages may arrive late.',
    token: '⚠️ <b>The bot was silent</b>\n{{detail}}\n\nWhat waited is sent now; nothing was lost.',
    mended: {
      webhook: '✅ Updates from Telegram arrive again.',
      conflict: '✅ This desk alone receives the bot’s updates again.',
      token: '✅ Telegram takes the bot’s token again.',
    },
  },
  limits: {
    messages:
      'You are writing very fast. Nothing is lost: everything is kept in <b>#{{number}}</b>, and the team will read it.',
    tickets:
      'You have opened many tickets in a short time, so this went to <b>#{{number}}</b>. Nothing is lost. You can open a new one a little later.',
    files:
      'You are sending many files. They are kept, and I will pass the rest on to the team over the next hours.',
    commands: 'Too many commands in a row. Please wait a minute; your messages still arrive.',
    presses: 'Too fast! Please wait a minute.',
  },
  oldButton: 'This button no longer works.',
  closed: 'Ticket <b>#{{number}}</b> is closed. Thank you! If it comes back, just write.',
} as const;
