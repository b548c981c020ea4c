import { findCategoryBySlug } from '../../domain/categories/activeCategories';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import { mainKeyboard } from '../mainKeyboard';
import type { Turn } from '../turn';
import { openArticle } from './article';
import { openInvitation } from './invitation';
import { askForDevice } from './login';
import { beginTicket } from './newTicket';
import { chooseTicket } from './tickets';

interface DeepLink {
  /** What follows `?start=` in the link; its first group is given to `open`. */
  payload: RegExp;
  open: (turn: Turn, argument: string) => Promise<void>;
}

/** Somebody else's ticket answers as one that does not exist. */
async function openTicket(turn: Turn, number: string): Promise<void> {
  const ticket = await findOwnTicket(turn.ctx, { number: Number(number) });
  if (ticket !== null) return chooseTicket(turn, ticket);
  await turn.say(turn.t('link.noTicket', { number }), { keyboard: mainKeyboard(turn.language) });
}

/** A topic that is gone does not keep anybody from writing. */
async function openTopic(turn: Turn, slug: string): Promise<void> {
  const category = await findCategoryBySlug(turn.ctx, slug);
  await beginTicket(turn, category, category === null ? turn.t('link.noTopic') : undefined);
}

/** Where links to the bot lead: Telegram gives them 64 characters of A–Z a–z 0–9 _ and -. */
const DEEP_LINKS: readonly DeepLink[] = [
  { payload: /^t(\d{1,9})$/, open: openTicket },
  { payload: /^new_([A-Za-z0-9_-]{1,50})$/, open: openTopic },
  { payload: /^faq_([a-z0-9-]{1,50})$/, open: openArticle },
  { payload: /^inv_([A-Za-z0-9_-]{22})$/, open: openInvitation },
  { payload: /^login_([A-Za-z0-9-]{4,20})$/, open: askForDevice },
];

/** Opens what a link names. @returns false: no link of ours */
export async function followLink(turn: Turn, payload: string): Promise<boolean> {
  for (const link of DEEP_LINKS) {
    const argument = link.payload.exec(payload)?.[1];
    if (argument === undefined) continue;
    await link.open(turn, argument);
    return true;
  }
  return false;
}
