/** One field that an entry of the log tells of. */
export interface AuditField {
  name: string;
  before: unknown;
  after: unknown;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { '': value };
}

/** What differs between before and after; of something new or gone, all that it has. */
export function changedFields(before: unknown, after: unknown): AuditField[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((name) => ({ name, before: old[name] ?? null, after: now[name] ?? null }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
}

/** A kept value as text. Null: there is none. */
export function plainValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plainValue).join(', ');
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
