import { DEFAULT_RULES } from '@tikethet/shared/tickets';
import { createStore } from './store';

/** What the desk has set that decides what may be offered; the desk itself decides in the end. */
export interface DeskRules {
  /** Days in which a closed ticket can be reopened. */
  reopenDays: number;
  /** Minutes in which an own message can be changed. */
  editMinutes: number;
}

export const deskRules = createStore<DeskRules>(DEFAULT_RULES);
