import type { BridgeError } from '../../app/bridge';

/** What a form started from, and what it says now. */
export interface Edits<T> {
  base: T;
  form: T;
}

/** What the desk has now in fields that a colleague changed, and what this person wanted. */
export type FieldConflict = Record<string, { current: unknown; yours: unknown }>;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function namesOf<T extends object>(form: T): (keyof T & string)[] {
  return Object.keys(form) as (keyof T & string)[];
}

/** The fields that the person has changed. */
export function editedFields<T extends object>({ base, form }: Edits<T>): (keyof T & string)[] {
  return namesOf(form).filter((name) => !same(base[name], form[name]));
}

/** Fields that the person has not touched follow the desk. */
export function followLive<T extends object>(edits: Edits<T>, live: T): Edits<T> {
  const edited = new Set<string>(editedFields(edits));
  const next = { base: { ...edits.base }, form: { ...edits.form } };
  for (const name of namesOf(live)) {
    if (!edited.has(name)) next.base[name] = next.form[name] = live[name];
  }
  return next;
}

/** Takes the desk's values: as what was seen, and with `form` as what is wanted too. */
export function takeCurrent<T extends object>(
  { base, form }: Edits<T>,
  conflict: FieldConflict,
  what: 'base' | 'form',
): Edits<T> {
  const current = Object.fromEntries(
    Object.entries(conflict).map(([name, { current: now }]) => [name, now]),
  );
  return { base: { ...base, ...current }, form: what === 'form' ? { ...form, ...current } : form };
}

/** What is sent of a form: the changed fields, and how they were. */
export function changesOf<T extends object>(edits: Edits<T>): Partial<T> & { base: Partial<T> } {
  const changes: Partial<T> = {};
  const base: Partial<T> = {};
  for (const name of editedFields(edits)) {
    changes[name] = edits.form[name];
    base[name] = edits.base[name];
  }
  return { ...changes, base };
}

/** Null: it failed for another reason than that a colleague was first. */
export function conflictOf(error: BridgeError | null): FieldConflict | null {
  const fields = error?.code === 'conflict' ? error.details['fields'] : null;
  if (typeof fields !== 'object' || fields === null) return null;
  const entries = Object.entries(fields as Record<string, unknown>).flatMap(([name, both]) =>
    typeof both === 'object' && both !== null && 'current' in both
      ? [[name, { current: both.current, yours: 'yours' in both ? both.yours : null }] as const]
      : [],
  );
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
