import type { CustomerNote as NoteResource } from '@tikethet/shared/contracts';
import { BaseModel } from '../../db/model';

/** What a member of staff keeps about a customer. */
export class CustomerNote extends BaseModel {
  static override tableName = 'customer_notes';

  declare id: string;
  declare customerId: string;
  declare authorId: string;
  declare content: string;
  declare createdAt: Date;
  declare editedAt: Date | null;
}

export function presentNote(note: CustomerNote, authorName: string): NoteResource {
  return {
    id: note.id,
    customerId: note.customerId,
    author: { id: note.authorId, displayName: authorName },
    content: note.content,
    createdAt: note.createdAt.toISOString(),
    editedAt: note.editedAt?.toISOString() ?? null,
  };
}
