/** Characters unless said otherwise. */
export const FAQ_LIMITS = {
  title: 150,
  body: 8_000,
  keyword: 40,
  /** Keywords of one language. */
  keywords: 20,
  /** Articles of a desk. */
  articles: 2_000,
  /** Articles that one change of the order may name: a category's. */
  reorder: 500,
  /** Articles that one search answers. */
  found: 20,
  /** Articles offered to somebody who writes a new ticket. */
  suggestions: 3,
  /** What is read of somebody's text to find suggestions. */
  suggestText: 2_000,
} as const;

/** A deep link's payload that opens an article: `faq_how-to-pay`. */
export function faqLink(slug: string): string {
  return `faq_${slug}`;
}
