import type { BroadcastSegment } from '@tikethet/shared/broadcasts';
import type { Language } from '@tikethet/shared/contracts';
import type { Category } from '../../domain/categories/category';
import { categoryLabel } from '../keyboards';
import { plain } from '../texts';

/** Whom a broadcast is for, in words. @param category of the segment, where it is one */
export function segmentLabel(
  language: Language,
  segment: BroadcastSegment,
  category: Category | null,
): string {
  switch (segment.kind) {
    case 'language':
      return plain(language, `team.broadcast.segment.${segment.language}`);
    case 'recent':
      return plain(language, 'team.broadcast.segment.recent', { count: segment.days });
    case 'category': {
      const name = category === null ? '—' : categoryLabel(category, language);
      return plain(language, 'team.broadcast.segment.inCategory', { category: name });
    }
    default:
      return plain(language, `team.broadcast.segment.${segment.kind}`);
  }
}
