import type { Category as CategoryResource } from '@tikethet/shared/contracts';
import { BaseModel } from '../../db/model';

export class Category extends BaseModel {
  static override tableName = 'categories';

  declare id: string;
  declare slug: string;
  declare name: string;
  declare nameEn: string | null;
  declare description: string;
  declare descriptionEn: string | null;
  declare icon: string;
  declare color: string;
  declare sortOrder: number;
  declare isActive: boolean;
  declare createdAt: Date;
}

export function presentCategory(category: Category): CategoryResource {
  const { createdAt: _, ...shown } = category.toJSON();
  return shown;
}
