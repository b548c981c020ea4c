import { createHash } from 'node:crypto';
import type { Model, ModelClass } from 'objection';
import { gathering } from './gather';
import { toSnakeCase } from './knex';

export interface Patch {
  model: ModelClass<Model>;
  id: string;
  /** What to write by the names in code; never empty. */
  changes: Record<string, unknown>;
}

/** Patches of one table that write the same columns are one statement. */
function shapeOf({ model, changes }: Patch): string {
  return [model.tableName, ...Object.keys(changes).toSorted().map(toSnakeCase)].join(' ');
}

/** Statements by the shape of their patches: planned once per connection. */
const statements = new Map<string, { sql: string; name: string }>();

function statementOf(shape: string): { sql: string; name: string } {
  const known = statements.get(shape);
  if (known !== undefined) return known;
  const [table, ...columns] = shape.split(' ');
  const made = {
    sql: `update "${table}" old set ${columns.map((name) => `"${name}" = new."${name}"`).join(', ')}
      from jsonb_populate_recordset(null::"${table}", ?::jsonb) new
      where old.id = new.id returning old.*`,
    // Postgres cuts names after 63 characters.
    name: `patch-${createHash('sha256').update(shape).digest('hex').slice(0, 32)}`,
  };
  statements.set(shape, made);
  return made;
}

/** What Postgres reads a row from: columns by their names there, moments as ISO 8601. */
function rowOf({ id, changes }: Patch): Record<string, unknown> {
  return Object.fromEntries(
    [['id', id], ...Object.entries(changes)].map(([name, value]) => [toSnakeCase(name), value]),
  );
}

/**
 * Writes columns of rows whose key is one column, `id`.
 * @returns each row as it is now; undefined: there is none
 */
export const patchRow = gathering<Patch, Model | undefined>(async (trx, patches) => {
  const groups = new Map<string, Patch[]>();
  for (const patch of patches) {
    const shape = shapeOf(patch);
    groups.set(shape, [...(groups.get(shape) ?? []), patch]);
  }
  const patched = new Map<string, Model>();
  for (const [shape, group] of groups) {
    const { sql, name } = statementOf(shape);
    const { rows } = await trx
      .raw<{ rows: { id: string }[] }>(sql, [JSON.stringify(group.map(rowOf))])
      .options({ name });
    const table = group[0]?.model;
    for (const row of rows) {
      if (table !== undefined)
        patched.set(`${table.tableName} ${row.id}`, table.fromDatabaseJson(row));
    }
  }
  return patches.map(({ model, id }) => patched.get(`${model.tableName} ${id}`));
});
