import { Model, snakeCaseMappers } from 'objection';

/** snake_case in the database, camelCase in code, for every model. */
export class BaseModel extends Model {
  static override get columnNameMappers() {
    return snakeCaseMappers();
  }
}
