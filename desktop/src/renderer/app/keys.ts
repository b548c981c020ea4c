import type { TicketFilters } from '@tikethet/shared/contracts';

/** Names of everything the renderer caches. */
export const keys = {
  lists: ['tickets', 'list'] as const,
  list: (filters: TicketFilters) => ['tickets', 'list', filters] as const,
  counts: ['tickets', 'counts'] as const,
  ticket: (id: string) => ['tickets', 'one', id] as const,
  messages: (ticketId: string) => ['messages', ticketId] as const,
  timeline: (ticketId: string) => ['timeline', ticketId] as const,
  revisions: (messageId: string) => ['messages', 'revisions', messageId] as const,
  permissions: ['permissions'] as const,
  categories: ['categories'] as const,
  priorities: ['desk', 'priorities'] as const,
  tags: ['desk', 'tags'] as const,
  tagUsage: ['desk', 'tagUsage'] as const,
  deskSettings: ['desk', 'settings'] as const,
  macros: ['macros'] as const,
  consoleSettings: ['consoleSettings'] as const,
  faq: ['faq'] as const,
  faqEntries: ['faq', 'entries'] as const,
  faqEntry: (id: string) => ['faq', 'entry', id] as const,
  staff: ['people', 'staff'] as const,
  customer: (id: string) => ['people', 'customer', id] as const,
  customerCard: (id: string) => ['people', 'card', id] as const,
  customerTickets: (id: string) => ['people', 'tickets', id] as const,
};
