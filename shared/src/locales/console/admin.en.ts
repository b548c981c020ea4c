/** Texts of the console: the frame of the pages that set up the desk. */
export const adminEn = {
  admin: {
    title: 'Administration',
    groups: { team: 'Team', tickets: 'Tickets', desk: 'Desk' },
    pages: {
      people: 'People',
      rights: 'Rights',
      categories: 'Categories',
      priorities: 'Priorities',
      tags: 'Tags',
      settings: 'Settings',
      audit: 'Audit log',
      faq: 'Help articles',
      macros: 'Macros',
    },
  },
} as const;
