/** Texts of the console: what it keeps for work without a network. */
export const offlineEn = {
  offline: {
    lead: 'The console works without a network: reading, searching and answering go on.',
    kept: 'What is kept here',
    keptHelp_one:
      'Active tickets, your own and pinned ones, and those touched within {{count}} day, with their conversations; at most {{most}}. The ones touched longest ago leave first, pinned ones stay.',
    keptHelp_other:
      'Active tickets, your own and pinned ones, and those touched within {{count}} days, with their conversations; at most {{most}}. The ones touched longest ago leave first, pinned ones stay.',
    pictures: 'Pictures',
    picturesHelp:
      'Thumbnails of these conversations, up to {{size}} in all; the oldest leave first. Whole pictures and files stay at the desk: they need the network.',
    size: 'On the disk now',
    tickets_one: '{{count, number}} ticket',
    tickets_other: '{{count, number}} tickets',
    thumbnails_one: '{{count, number}} thumbnail',
    thumbnails_other: '{{count, number}} thumbnails',
    unsent: 'What is not sent yet',
    unsentHelp:
      'Stays on the disk until the desk has taken it, also after a crash. Signing out erases it; you are shown it before.',
    lock: 'Lock',
    lockHelp_one: 'After {{count}} day without the desk everything closes until it answers again.',
    lockHelp_other:
      'After {{count}} days without the desk everything closes until it answers again.',
    safety: 'Who can read it',
    safetyHelp:
      'Your account on this computer, nobody else’s. The files are not encrypted: for that, encrypt the disk.',
    none: 'Nothing is kept here',
    noneHelp: 'In a browser the console needs the network. The desktop program works without it.',
  },
} as const;
