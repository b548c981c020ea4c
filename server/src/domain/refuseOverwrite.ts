import { AppError } from '@tikethet/shared/errors';

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Refuses a change of fields to which somebody has given another value since the person saw them.
 * Different fields never collide, and to want what is there already is no conflict.
 * @param current the thing as the API shows it
 * @param base the fields as the person saw them; absent: the change goes over everything
 * @throws AppError `conflict` with both values of each field, and the thing as it is now
 */
export function refuseOverwrite(
  resource: string,
  current: object,
  changes: object,
  base: Readonly<Record<string, unknown>> | undefined,
): void {
  if (base === undefined) return;
  const now = new Map<string, unknown>(Object.entries(current));
  const wanted: [string, unknown][] = Object.entries(changes);
  const fields = wanted
    .filter(([name, yours]) => {
      if (yours === undefined || !Object.hasOwn(base, name) || !now.has(name)) return false;
      return !same(now.get(name), base[name]) && !same(now.get(name), yours);
    })
    .map(([name, yours]) => [name, { current: now.get(name), yours }] as const);
  if (fields.length === 0) return;
  throw new AppError('conflict', { resource, current, fields: Object.fromEntries(fields) });
}
