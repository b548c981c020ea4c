import type { CustomerNote as NoteResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can, type Permission } from '@tikethet/shared/permissions';
import { newId } from '../../db/ids';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, requirePerson, type Ctx } from '../context';
import { getUser } from '../people/showUser';
import type { User } from '../people/user';
import { CustomerNote, presentNote } from './customerNote';
import { emitCard } from './emitCard';
import { lockCustomer } from './lockCustomer';

/** Keeps a note about a customer. @throws AppError `forbidden`, `not_found` */
export async function addCustomerNote(
  ctx: Ctx,
  input: { id: string; content: string },
): Promise<NoteResource> {
  const person = requirePermission(ctx, 'ticket.note');
  const customer = await lockCustomer(ctx, input.id);
  const note = await CustomerNote.query(ctx.trx).insertAndFetch({
    id: newId(),
    customerId: customer.id,
    authorId: person.id,
    content: input.content,
    createdAt: ctx.now,
  });
  await emitCard(ctx, customer);
  return presentNote(note, person.displayName);
}

/** @throws AppError `not_found`, `forbidden` (somebody else's) */
export async function editCustomerNote(
  ctx: Ctx,
  input: { id: string; content: string },
): Promise<NoteResource> {
  const { note, customer } = await lockNote(ctx, input.id, 'message.editAny');
  const author = await getUser(ctx, note.authorId);
  if (note.content === input.content) return presentNote(note, author.shownName);
  const edited = await note.patched(ctx.trx, { content: input.content, editedAt: ctx.now });
  await recordAudit(ctx, {
    action: 'customer.note_edited',
    targetType: 'user',
    targetId: customer.id,
    before: { content: note.content },
    after: { content: input.content },
  });
  await emitCard(ctx, customer);
  return presentNote(edited, author.shownName);
}

/** The audit log keeps its text. @throws AppError `not_found`, `forbidden` (somebody else's) */
export async function deleteCustomerNote(ctx: Ctx, input: { id: string }): Promise<void> {
  const { note, customer } = await lockNote(ctx, input.id, 'message.delete');
  await note.$query(ctx.trx).delete();
  await recordAudit(ctx, {
    action: 'customer.note_deleted',
    targetType: 'user',
    targetId: customer.id,
    before: { content: note.content, authorId: note.authorId },
  });
  await emitCard(ctx, customer);
}

async function lockNote(
  ctx: Ctx,
  id: string,
  othersBy: Permission,
): Promise<{ note: CustomerNote; customer: User }> {
  const gone = () => new AppError('not_found', { resource: 'note' });
  const found = await CustomerNote.query(ctx.trx).findById(id);
  if (found === undefined) throw gone();
  const customer = await lockCustomer(ctx, found.customerId).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? gone() : error;
  });
  const note = await CustomerNote.query(ctx.trx).findById(id);
  if (note === undefined) throw gone();
  const person = requirePerson(ctx);
  if (note.authorId !== person.id && !can(person, othersBy)) {
    throw new AppError('forbidden', { permission: othersBy });
  }
  return { note, customer };
}
