/** Texts of the console: signing in. */
export const sessionEn = {
  session: {
    title: 'Sign in to the desk',
    lead: 'You confirm the sign-in in Telegram. No password needed.',
    server: 'Server',
    changeServer: 'Change',
    serverLabel: 'Address of the desk',
    serverHelp: 'Your administrator knows it, for example desk.example.com',
    serverInvalid: 'That is not an address. It looks like desk.example.com',
    serverSilent: 'No TiketHet answers there. Check the address and the network.',
    serverAsking: 'Asking…',
    useServer: 'Connect',
    signIn: 'Sign in',
    starting: 'Getting a code…',
    codeTitle: 'Your code',
    codeHelp: 'Open Telegram and approve this device. The code is already in the link.',
    byHand: 'Or send the bot: {{command}}',
    openTelegram: 'Open Telegram',
    copyCode: 'Copy the code',
    expiresIn: 'The code is valid for {{time}}',
    waiting: 'Waiting for your approval',
    again: 'Get a new code',
    denied: 'The sign-in was declined',
    deniedHelp:
      'If that was not you, do nothing. Otherwise get a new code and press “Approve” in Telegram.',
    expired: 'The code has run out',
    expiredHelp: 'Codes live a few minutes. Get a new one and approve it in Telegram.',
    revoked: 'This session was ended',
    revokedHelp:
      'It was signed out elsewhere or your rights changed. Sign in again: what you have not sent is still here.',
    blocked: 'Your access is closed',
    blockedHelp:
      'An administrator closed it. If that is a mistake, write to them; signing in again will not help.',
    wiped: 'Everything was erased from this device',
    wipedHelp:
      'What the console kept here, unsent items too, was erased at the word of its owner or an administrator. You may sign in again.',
    locked: 'Your data are locked',
    lockedHelp:
      'The console has not reached the desk for too long. Connect to the network: everything opens by itself, unsent items included.',
    failed: 'The sign-in could not start',
    customerTitle: 'The console is for the team',
    customerHelp:
      'You are signed in as {{name}}, a customer. Write to the bot for help, or ask an administrator to add you to the team, then sign in again.',
    obfuscated:
      'This system has no key ring: your sign-in is stored, but weakly protected. Lock the screen when you leave.',
    signOut: 'Sign out',
  },
} as const;
