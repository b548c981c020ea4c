import { badRequest } from '../botApi/apiError';
import type { TgEntity } from '../types';
import { findAutoEntities } from './autoEntities';
import { parseTelegramHtml } from './telegramHtml';
import { tidyText, type FormattedText } from './tidyText';

/** Lengths in UTF-16 units, counted after entities were parsed. */
export const maxTextLength = 4096;
export const maxCaptionLength = 1024;

/**
 * Text with its entities as Telegram would store it: parse mode or explicit entities applied,
 * surrounding whitespace trimmed, links and commands found.
 */
export function formatText(
  source: string,
  parseMode: string | undefined,
  explicit: unknown,
): FormattedText {
  const mode = (parseMode ?? '').toLowerCase();
  if (mode === 'html') return withAuto(parseTelegramHtml(source));
  if (mode === 'markdown' || mode === 'markdownv2')
    throw badRequest('unsupported parse_mode (the sandbox speaks HTML only)');
  if (mode !== '') throw badRequest('unsupported parse_mode');
  return withAuto(tidyText(source, readEntities(explicit)));
}

function withAuto({ text, entities }: FormattedText): FormattedText {
  const merged = [...entities, ...findAutoEntities(text, entities)];
  return { text, entities: merged.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function readEntities(value: unknown): TgEntity[] {
  if (!Array.isArray(value)) return [];
  return value.map((raw: unknown) => {
    const entity = raw as TgEntity;
    if (!Number.isInteger(entity.offset) || !Number.isInteger(entity.length))
      throw badRequest('can\'t parse MessageEntity: Field "offset" must be of type Number');
    return entity;
  });
}
