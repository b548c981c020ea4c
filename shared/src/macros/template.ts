import { escapeMarkdown, parseMarkdown, toPlainText } from '../markdown';
import { MACRO_VARIABLES, type MacroValues, type MacroVariable } from './variables';

type Part =
  | { type: 'text'; text: string }
  | { type: 'variable'; name: MacroVariable; otherwise: string | null };

/** `unknown`: no such variable; `open`: `{{` that nothing closes. */
export interface TemplateProblem {
  kind: 'unknown' | 'open';
  /** As it was written. */
  text: string;
}

const NAMES: ReadonlySet<string> = new Set(MACRO_VARIABLES);
const HOLE = /\{\{([^{}]*)\}\}/g;

function isVariable(name: string): name is MacroVariable {
  return NAMES.has(name);
}

/**
 * Reads a text with holes: `{{customer.firstName}}`, or `{{customer.firstName | friend}}` with what
 * to say where there is no value. Nothing else is understood: no conditions, no loops, no filters.
 */
export function parseTemplate(text: string): { parts: Part[]; problems: TemplateProblem[] } {
  const parts: Part[] = [];
  const problems: TemplateProblem[] = [];
  let at = 0;
  const addText = (to: number): void => {
    const between = text.slice(at, to);
    const open = between.indexOf('{{');
    if (open >= 0) problems.push({ kind: 'open', text: between.slice(open, open + 40) });
    if (between !== '') parts.push({ type: 'text', text: between });
  };
  for (const hole of text.matchAll(HOLE)) {
    addText(hole.index);
    const [name = '', ...rest] = (hole[1] ?? '').split('|');
    const wanted = name.trim();
    if (isVariable(wanted)) {
      const otherwise = rest.length === 0 ? null : rest.join('|').trim();
      parts.push({ type: 'variable', name: wanted, otherwise });
    } else {
      problems.push({ kind: 'unknown', text: hole[0] });
      parts.push({ type: 'text', text: hole[0] });
    }
    at = hole.index + hole[0].length;
  }
  addText(text.length);
  return { parts, problems };
}

export interface Rendered {
  /** Markdown, as staff write it. */
  text: string;
  /** Variables that had neither a value nor anything to say instead. */
  missing: MacroVariable[];
}

/** A name with `*` or `[` in it must not become formatting; most names have none. */
function asWritten(value: string): string {
  return toPlainText(parseMarkdown(value)) === value && !/[*`~[\]\\]/.test(value)
    ? value
    : escapeMarkdown(value);
}

/** Fills the holes. Values are words, never marks or holes of their own. */
export function renderTemplate(text: string, values: MacroValues): Rendered {
  const missing = new Set<MacroVariable>();
  const filled = parseTemplate(text).parts.map((part) => {
    if (part.type === 'text') return part.text;
    const value = values[part.name];
    if (value !== null && value !== '') return asWritten(value);
    if (part.otherwise === null) missing.add(part.name);
    return part.otherwise ?? '';
  });
  return { text: filled.join(''), missing: [...missing] };
}
