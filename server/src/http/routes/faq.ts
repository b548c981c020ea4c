import { faqLink } from '@tikethet/shared/faq';
import { createArticle } from '../../domain/faq/createArticle';
import { deleteArticle } from '../../domain/faq/deleteArticle';
import { listArticles } from '../../domain/faq/listArticles';
import { listEntries, showEntry } from '../../domain/faq/listEntries';
import { showOverview } from '../../domain/faq/overview';
import { reorderArticles } from '../../domain/faq/reorderArticles';
import { searchArticles } from '../../domain/faq/searchArticles';
import { showArticle } from '../../domain/faq/showArticle';
import { suggestArticles } from '../../domain/faq/suggestArticles';
import { updateArticle } from '../../domain/faq/updateArticle';
import { voteArticle } from '../../domain/faq/voteArticle';
import type { Handlers } from '../handler';

export const faqHandlers = {
  'faq.overview': showOverview,
  'faq.list': listArticles,
  'faq.get': async (ctx, input) => {
    const article = await showArticle(ctx, input);
    return { ...article, link: await ctx.services.config.botLink(faqLink(article.slug)) };
  },
  'faq.search': async (ctx, input) => ({ items: await searchArticles(ctx, input) }),
  'faq.suggest': async (ctx, input) => ({ items: await suggestArticles(ctx, input) }),
  'faq.vote': voteArticle,
  'faq.entries': listEntries,
  'faq.entry': showEntry,
  'faq.create': createArticle,
  'faq.update': updateArticle,
  'faq.delete': deleteArticle,
  'faq.reorder': reorderArticles,
} satisfies Handlers<
  | 'faq.overview'
  | 'faq.list'
  | 'faq.get'
  | 'faq.search'
  | 'faq.suggest'
  | 'faq.vote'
  | 'faq.entries'
  | 'faq.entry'
  | 'faq.create'
  | 'faq.update'
  | 'faq.delete'
  | 'faq.reorder'
>;
