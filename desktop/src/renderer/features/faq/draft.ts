import type { FaqEntry, FaqText } from '@tikethet/shared/contracts';
import { z } from 'zod';

export type ArticleLanguage = 'ru' | 'en';

/** An article as it stands in the editor. */
export interface ArticleDraft {
  categoryId: string | null;
  isPublished: boolean;
  texts: Record<ArticleLanguage, FaqText>;
}

const text = z.object({ title: z.string(), body: z.string(), keywords: z.array(z.string()) });
const draft = z.object({
  categoryId: z.string().nullable(),
  isPublished: z.boolean(),
  texts: z.object({ ru: text, en: text }),
});
const kept = z.object({ version: z.number(), draft });

const EMPTY: FaqText = { title: '', body: '', keywords: [] };

export function draftOf(entry: FaqEntry | null): ArticleDraft {
  return {
    categoryId: entry?.categoryId ?? null,
    isPublished: entry?.isPublished ?? false,
    texts: { ru: entry?.texts.ru ?? EMPTY, en: entry?.texts.en ?? EMPTY },
  };
}

/** A language without a word is a language the article does not have. */
export function textsOf({ texts }: ArticleDraft): Record<ArticleLanguage, FaqText | null> {
  const said = (one: FaqText): FaqText | null =>
    one.title.trim() === '' && one.body.trim() === '' ? null : one;
  return { ru: said(texts.ru), en: said(texts.en) };
}

/** What keeps a draft from being saved: a title without a body, or nothing at all. */
export function missing(article: ArticleDraft): 'everything' | ArticleLanguage | null {
  const texts = textsOf(article);
  if (texts.ru === null && texts.en === null) return 'everything';
  const half = (['ru', 'en'] as const).find((language) => {
    const one = texts[language];
    return one !== null && (one.title.trim() === '' || one.body.trim() === '');
  });
  return half ?? null;
}

export function sameDraft(a: ArticleDraft, b: ArticleDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const nameOf = (id: string | null): string => `tikethet.faq.${id ?? 'new'}`;

/** Unsaved words outlive the window. Null when there are none, or none that can be read. */
export function readKept(id: string | null): { version: number; draft: ArticleDraft } | null {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null'));
  } catch {
    return null;
  }
}

/** @param version the article's version that the words are based on */
export function keep(id: string | null, version: number, article: ArticleDraft | null): void {
  if (article === null) localStorage.removeItem(nameOf(id));
  else localStorage.setItem(nameOf(id), JSON.stringify({ version, draft: article }));
}
