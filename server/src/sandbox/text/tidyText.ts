import type { TgEntity } from '../types';

export interface FormattedText {
  text: string;
  entities: TgEntity[];
}

/**
 * What Telegram takes out of every text: carriage returns, line and paragraph separators, marks
 * that turn the direction of writing, and three marks that stand above or below letters
 * (`clean_input_string` of TDLib).
 */
// oxlint-disable-next-line no-misleading-character-class -- single code points are meant
const REMOVED = /[\r\u2028-\u202e\u030a\u0333\u033f]/g;

/** Removes control characters and outer whitespace and moves the entities accordingly. */
export function tidyText(source: string, entities: TgEntity[]): FormattedText {
  const clean = source.replace(REMOVED, '').replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ');
  const shifts = clean.length < source.length ? removalShift(source) : (offset: number) => offset;
  const text = clean.trim();
  const lead = clean.length - clean.trimStart().length;
  const kept = entities.flatMap((entity) => {
    const start = Math.max(0, shifts(entity.offset) - lead);
    const end = Math.min(text.length, shifts(entity.offset + entity.length) - lead);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return {
    text,
    entities: kept.sort((a, b) => a.offset - b.offset || b.length - a.length),
  };
}

function removalShift(source: string): (offset: number) => number {
  return (offset) => source.slice(0, offset).replace(REMOVED, '').length;
}
