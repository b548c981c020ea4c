import { useQueryClient } from '@tanstack/react-query';
import type { CustomerCard, CustomerNote } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** Changes of what staff keep about a customer: shown at once, taken back when refused. */
export function useCard(customerId: string) {
  const { t } = useTranslation();
  const { me, writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const key = keys.customerCard(customerId);

  const change = (apply: (card: CustomerCard) => CustomerCard) =>
    client.setQueryData<CustomerCard>(key, (card) => card && apply(card));
  const changeNotes = (apply: (notes: CustomerNote[]) => CustomerNote[]) =>
    change((card) => ({ ...card, notes: apply(card.notes) }));
  const replace = (id: string, note: CustomerNote | null) =>
    changeNotes((notes) =>
      notes.flatMap((one) => (one.id === id ? (note === null ? [] : [note]) : [one])),
    );
  const readAgain = () => void client.invalidateQueries({ queryKey: key });

  return {
    tag(add: string[], remove: string[]): void {
      const apply = (plus: string[], minus: string[]) =>
        change((card) => ({
          ...card,
          tags: [...new Set([...card.tags, ...plus])].filter((tag) => !minus.includes(tag)).sort(),
        }));
      writer.write({
        route: 'PUT /users/{id}/tags',
        lane: customerId,
        input: () => ({ id: customerId, add, remove }),
        show: () => void apply(add, remove),
        settle: (card) => void client.setQueryData(key, card),
        revert: () => void apply(remove, add),
        failed: (error, repeat) => void toasts.failed(t('customer.tags'), error, repeat),
      });
    },
    addNote(content: string): void {
      writer.write({
        route: 'POST /users/{id}/notes',
        lane: customerId,
        input: () => ({ id: customerId, content }),
        show: (id) => {
          const author = { id: me.id, displayName: me.displayName };
          const createdAt = new Date().toISOString();
          const note = { id, customerId, author, content, createdAt, editedAt: null };
          changeNotes((notes) => [note, ...notes.filter((one) => one.id !== id)]);
        },
        settle: (note, id) => {
          replace(note.id, null);
          replace(id, note);
        },
        revert: (id) => void replace(id, null),
        failed: (error, repeat) => void toasts.failed(t('customer.note'), error, repeat),
      });
    },
    editNote(note: CustomerNote, content: string): void {
      writer.write({
        route: 'PUT /customer-notes/{id}',
        lane: customerId,
        input: () => ({ id: note.id, content }),
        show: () => void replace(note.id, { ...note, content, editedAt: new Date().toISOString() }),
        settle: (said) => void replace(note.id, said),
        revert: () => void replace(note.id, note),
        failed: (error, repeat) => void toasts.failed(t('customer.note'), error, repeat),
      });
    },
    deleteNote(note: CustomerNote): void {
      writer.write({
        route: 'DELETE /customer-notes/{id}',
        lane: customerId,
        input: () => ({ id: note.id }),
        show: () => void replace(note.id, null),
        revert: readAgain,
        failed: (error, repeat) => void toasts.failed(t('customer.note'), error, repeat),
      });
    },
  };
}
