import type { FaqHead, Language } from '@tikethet/shared/contracts';
import { FAQ_LIMITS } from '@tikethet/shared/faq';
import { requirePerson, type Ctx } from '../context';
import { headsOf } from './heads';
import { rank } from './rank';
import { understand } from './understand';
import { wordsOf } from './words';

const MOST_WORDS = 12;
/** Matches this much weaker than the best one only distract. */
const WORTH_SHOWING = 0.4;

/** Published articles that match a person's words, best first. */
export async function searchArticles(
  ctx: Ctx,
  {
    search,
    language = requirePerson(ctx).language,
  }: { search: string; language?: Language | undefined },
): Promise<FaqHead[]> {
  const meanings = await understand(ctx, wordsOf(search, MOST_WORDS), { unfinished: true });
  const matches = await rank(ctx, meanings, { limit: FAQ_LIMITS.found });
  const enough = (matches[0]?.score ?? 0) * WORTH_SHOWING;
  const shown = matches.filter(({ score }) => score >= enough);
  return headsOf(
    ctx,
    language,
    shown.map(({ articleId }) => articleId),
  );
}
