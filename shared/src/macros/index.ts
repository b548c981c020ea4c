export { parseTemplate, renderTemplate, type Rendered, type TemplateProblem } from './template';
export {
  exampleValues,
  MACRO_VARIABLES,
  macroValues,
  type MacroSource,
  type MacroValues,
  type MacroVariable,
} from './variables';

/** Characters unless said otherwise. */
export const MACRO_LIMITS = {
  name: 80,
  body: 8_000,
  /** Macros that one person may keep. */
  own: 200,
  /** Macros of the team. */
  team: 500,
  /** Categories that one macro may be limited to. */
  categories: 50,
} as const;
