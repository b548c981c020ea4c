import type { Knex } from 'knex';
import { Model, snakeCaseMappers, type ModelClass, type PartialModelObject } from 'objection';
import { patchRow } from './patchRows';

/** snake_case in the database, camelCase in code, for every model. */
export class BaseModel extends Model {
  static override get columnNameMappers() {
    return snakeCaseMappers();
  }

  /**
   * Writes changes and returns the row as it is now, as a new instance. Objection's own
   * `patchAndFetch` changes the instance it is called on, and what was before is then lost.
   */
  async patched(trx: Knex, changes: PartialModelObject<this>): Promise<this> {
    const model = this.constructor as ModelClass<this>;
    const written = Object.entries(changes).filter(([, value]) => value !== undefined);
    if (written.length === 0) return this;
    // Every model's key is one column, `id`.
    const id = this.$id() as string;
    const row = await patchRow(trx, { model, id, changes: Object.fromEntries(written) });
    return row instanceof model ? row : this;
  }
}
