/** Texts of the console: the keyboard. */
export const keyboardEn = {
  shortcuts: {
    title: 'Keyboard',
    next: 'Next ticket',
    previous: 'Previous ticket',
    open: 'Open',
    reply: 'Reply',
    note: 'Internal note',
    take: 'Take, or assign',
    resolve: 'Resolve',
    search: 'Search',
    back: 'Back',
    sheet: 'This list',
    send: 'Send',
    move: 'Moving',
    work: 'Working',
    write: 'Writing',
  },
} as const;
