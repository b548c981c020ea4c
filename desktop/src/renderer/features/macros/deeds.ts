import type { MacroActions } from '@tikethet/shared/contracts';

/** Whether a macro does anything beside saying something. */
export function hasDeeds({ status, priority, assign, addTags }: MacroActions): boolean {
  return status !== null || priority !== null || assign !== null || addTags.length > 0;
}
