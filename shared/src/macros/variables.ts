/** What a macro may ask for, as `{{name}}`. */
export const MACRO_VARIABLES = [
  'customer.name',
  'customer.firstName',
  'customer.username',
  'ticket.number',
  'ticket.title',
  'ticket.category',
  'me.name',
  'me.firstName',
  'date',
  'time',
] as const;
export type MacroVariable = (typeof MACRO_VARIABLES)[number];

/** Null: there is no such thing here (a customer without a username). */
export type MacroValues = Readonly<Record<MacroVariable, string | null>>;

/** What the values are taken from. */
export interface MacroSource {
  customer: { displayName: string; firstName?: string; username: string | null };
  ticket: { number: number; title: string };
  /** The name of the ticket's category in the reader's language; null: unknown here. */
  category: string | null;
  me: { displayName: string; firstName?: string };
  /** The person's own clock. */
  now: Date;
  /** Of whom will read it: how dates are written. */
  language: 'ru' | 'en';
}

/** The first word of a name: what one is called by where nothing better is known. */
function firstWord(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** What every variable means for one ticket at one moment. */
export function macroValues(source: MacroSource): MacroValues {
  const { customer, ticket, category, me, now, language } = source;
  return {
    'customer.name': customer.displayName,
    'customer.firstName': customer.firstName ?? firstWord(customer.displayName),
    'customer.username': customer.username === null ? null : `@${customer.username}`,
    'ticket.number': `#${ticket.number}`,
    'ticket.title': ticket.title,
    'ticket.category': category,
    'me.name': me.displayName,
    'me.firstName': me.firstName ?? firstWord(me.displayName),
    date: new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(now),
    time: new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(now),
  };
}

const EXAMPLES = {
  ru: { displayName: 'Артём Волков', title: 'Не приходит код', category: 'Вход', me: 'Анна Ким' },
  en: {
    displayName: 'Alex Rivers',
    title: 'The code never came',
    category: 'Sign-in',
    me: 'Ann Kim',
  },
} as const;

/** Made-up values, for a preview where there is no ticket. */
export function exampleValues(language: 'ru' | 'en', now: Date): MacroValues {
  const { displayName, title, category, me } = EXAMPLES[language];
  return macroValues({
    customer: { displayName, username: 'example' },
    ticket: { number: 1042, title },
    category,
    me: { displayName: me },
    now,
    language,
  });
}
