/** Texts of the console: the palette that finds everything. */
export const paletteEn = {
  palette: {
    label: 'Find anything',
    placeholder: 'A ticket, a person, an action, a page…',
    nothing: 'Nothing found for “{{question}}”',
    groups: {
      tickets: 'Tickets',
      actions: 'Actions',
      people: 'People',
      macros: 'Insert a macro',
      pages: 'Pages',
      settings: 'Settings',
    },
    theme: {
      light: 'Theme: light',
      dark: 'Theme: dark',
      system: 'Theme: as in the system',
    },
    language: {
      ru: 'Язык: русский',
      en: 'Language: English',
    },
  },
} as const;
