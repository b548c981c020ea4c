import { readNewTicket, writeNewTicket, type NewTicketDraft } from './drafts';

/**
 * Puts what is known already into the draft of a new ticket, and keeps what the person has written
 * there: a title only fills an empty one.
 */
export function prefillNewTicket({
  categoryId,
  title,
}: Partial<Pick<NewTicketDraft, 'categoryId' | 'title'>>): void {
  const draft = readNewTicket();
  writeNewTicket({
    ...draft,
    categoryId: categoryId ?? draft.categoryId,
    title: draft.title === '' ? (title ?? '') : draft.title,
  });
}
