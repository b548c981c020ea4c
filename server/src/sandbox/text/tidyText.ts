import type { TgEntity } from '../types';

export interface FormattedText {
  text: string;
  entities: TgEntity[];
}

/** Removes control characters and outer whitespace and moves the entities accordingly. */
export function tidyText(source: string, entities: TgEntity[]): FormattedText {
  const clean = source.replaceAll('\r', '').replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ');
  const shifts = source.includes('\r') ? carriageShift(source) : (offset: number) => offset;
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

function carriageShift(source: string): (offset: number) => number {
  return (offset) => source.slice(0, offset).replaceAll('\r', '').length;
}
