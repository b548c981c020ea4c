export type Start =
  | { open: 'tickets' }
  | { open: 'ticket'; number: number }
  | { open: 'new'; slug: string }
  | { open: 'article'; slug: string };

/**
 * What a deep link asks for: `t1042` a ticket, `new_payments` a new one in that category,
 * `faq_how-to-pay` an article.
 */
export function parseStart(param: string | null): Start {
  const ticket = /^t(\d{1,9})$/.exec(param ?? '')?.[1];
  if (ticket !== undefined) return { open: 'ticket', number: Number(ticket) };
  const slug = /^new_([A-Za-z0-9_-]{1,60})$/.exec(param ?? '')?.[1];
  if (slug !== undefined) return { open: 'new', slug };
  const article = /^faq_([a-z0-9-]{1,50})$/.exec(param ?? '')?.[1];
  if (article !== undefined) return { open: 'article', slug: article };
  return { open: 'tickets' };
}
