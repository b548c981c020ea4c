import type { FaqHead, Language } from '@tikethet/shared/contracts';
import { FAQ_LIMITS } from '@tikethet/shared/faq';
import { requirePerson, type Ctx } from '../context';
import { headsOf } from './heads';
import { rank, type Match } from './rank';
import { understand, type Meaning } from './understand';
import { wordsOf } from './words';

const MOST_WORDS = 40;
/** Two words of the title, neither of them everywhere. */
const GOOD = 0.95;
/** A short question may be one telling word. */
const SHORT = 3;
const TELLING = 0.6;
/** The second and third must be nearly as good as the first. */
const NEARLY = 0.6;

/**
 * Articles that probably answer what somebody is writing, best first; none when none does: a wrong
 * suggestion costs more trust than a missing one.
 */
export async function suggestArticles(
  ctx: Ctx,
  {
    text,
    categoryId,
    language = requirePerson(ctx).language,
  }: { text: string; categoryId?: string | undefined; language?: Language | undefined },
): Promise<FaqHead[]> {
  const words = wordsOf(text.slice(0, FAQ_LIMITS.suggestText), MOST_WORDS);
  const meanings = await understand(ctx, words, { unfinished: false });
  const matches = await rank(ctx, meanings, { categoryId, limit: FAQ_LIMITS.suggestions });
  const good = matches.filter((match) => isGood(match, meanings));
  const enough = Math.max(...good.map(({ score }) => score)) * NEARLY;
  return headsOf(
    ctx,
    language,
    good.filter(({ score }) => score >= enough).map(({ articleId }) => articleId),
  );
}

function isGood({ score, hits, titleHits }: Match, meanings: readonly Meaning[]): boolean {
  if (titleHits >= 2 && score >= GOOD) return true;
  return titleHits >= 1 && meanings.length <= SHORT && hits === meanings.length && score >= TELLING;
}
