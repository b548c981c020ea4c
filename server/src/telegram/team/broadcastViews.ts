import type { BroadcastSegment } from '@tikethet/shared/broadcasts';
import type { Category } from '../../domain/categories/category';
import { categoryLabel } from '../keyboards';
import { callbackData, shorten, type SegmentCode } from '../callbacks/data';
import type { Broadcast } from '../../domain/broadcasts/broadcast';
import type { Turn } from '../turn';
import type { View } from './card';
import { button, rowsOf } from './keyboards';
import { segmentLabel } from './segments';
import { numeral } from './spans';

/** What the buttons stand for; `cat` is asked further. */
export const SEGMENTS: Record<Exclude<SegmentCode, 'cat'>, BroadcastSegment> = {
  all: { kind: 'customers' },
  ru: { kind: 'language', language: 'ru' },
  en: { kind: 'language', language: 'en' },
  active: { kind: 'activeTickets' },
  d7: { kind: 'recent', days: 7 },
  d30: { kind: 'recent', days: 30 },
  team: { kind: 'staff' },
};

/** Whom a broadcast may be for. */
export function segmentsView(turn: Turn): View {
  const choice = (code: Exclude<SegmentCode, 'cat'>) => ({
    text: segmentLabel(turn.language, SEGMENTS[code], null),
    callback_data: callbackData('bseg', code),
  });
  const keyboard = rowsOf(
    [choice('all')],
    [choice('ru'), choice('en')],
    [choice('active'), button(turn.language, 'team.broadcast.segment.category', 'bseg', 'cat')],
    [choice('d7'), choice('d30')],
    [choice('team')],
  );
  return { html: turn.t('team.broadcast.choose'), keyboard };
}

export function categoriesView(turn: Turn, categories: readonly Category[]): View {
  const buttons = categories.map((category) => ({
    text: categoryLabel(category, turn.language),
    callback_data: callbackData('bcat', shorten(category.id)),
  }));
  const rows = [];
  for (let at = 0; at < buttons.length; at += 2) rows.push(buttons.slice(at, at + 2));
  return { html: turn.t('team.broadcast.chooseCategory'), keyboard: rowsOf(...rows) };
}

/** Below the preview: whether it shall go out. */
export function confirmView(
  turn: Turn,
  { id, segment, recipients }: Broadcast,
  category: Category | null,
): View {
  const { language } = turn;
  const label = segmentLabel(language, segment, category);
  const count = recipients;
  const html = turn.t('team.broadcast.ask', {
    segment: label,
    count,
    number: numeral(language, count),
  });
  const send = {
    text: turn.plain('team.button.send', { count }),
    callback_data: callbackData('bsend', shorten(id)),
  };
  return {
    html,
    keyboard: rowsOf(
      [send],
      [
        button(language, 'team.button.rewrite', 'bedit', shorten(id)),
        button(language, 'team.button.cancel', 'bdrop', shorten(id)),
      ],
    ),
  };
}
