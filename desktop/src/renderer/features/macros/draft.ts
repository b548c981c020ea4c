import type { Macro, MacroActions } from '@tikethet/shared/contracts';
import { parseTemplate, type TemplateProblem } from '@tikethet/shared/macros';
import { hasDeeds } from './deeds';

/** A macro as it stands in the editor. */
export interface MacroDraft {
  name: string;
  texts: { ru: string; en: string };
  categoryIds: string[];
  actions: MacroActions;
}

const NOTHING: MacroActions = { status: null, priority: null, addTags: [], assign: null };

export function draftOf(macro: Macro | null): MacroDraft {
  return {
    name: macro?.name ?? '',
    texts: { ru: macro?.texts.ru ?? '', en: macro?.texts.en ?? '' },
    categoryIds: macro?.categoryIds ?? [],
    actions: macro?.actions ?? NOTHING,
  };
}

/** What the desk is told of a draft. */
export function fieldsOf({ name, texts, categoryIds, actions }: MacroDraft) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    name: name.trim(),
    texts: { ru: orNull(texts.ru), en: orNull(texts.en) },
    categoryIds,
    actions,
  };
}

/** What in a text would not be understood. */
export function problemsOf({ texts }: MacroDraft): TemplateProblem[] {
  return [...parseTemplate(texts.ru).problems, ...parseTemplate(texts.en).problems];
}

/** Whether the desk would take it. */
export function isComplete(draft: MacroDraft): boolean {
  const { name, texts, actions } = fieldsOf(draft);
  const hasContent = texts.ru !== null || texts.en !== null || hasDeeds(actions);
  return name !== '' && hasContent && problemsOf(draft).length === 0;
}
