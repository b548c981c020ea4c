import type { FaqText } from '@tikethet/shared/contracts';
import type { DemoCategory } from '../people';

/** An article of the demo desk, in both languages. */
export interface DemoArticle {
  slug: string;
  /** null: about the desk as a whole. */
  category: DemoCategory | null;
  /** How people voted so far. */
  helpful: number;
  unhelpful: number;
  ru: FaqText;
  en: FaqText;
}
