import { SYSTEM, type Ctx } from '../context';
import type { Desk } from '../desk';
import { emitTicket } from '../tickets/applyChange';
import { completeTickets } from '../tickets/loadTickets';
import { Ticket } from '../tickets/ticket';
import { Tag, TagAlias } from './tag';

/** Tickets changed in one transaction. */
const BATCH = 100;

async function pendingNames(ctx: Ctx): Promise<string[]> {
  const aliases = await TagAlias.query(ctx.trx).where({ pending: true }).orderBy('name').limit(100);
  return aliases.map(({ name }) => name);
}

/** @returns whether tickets are left that carry the name */
async function retagSome(ctx: Ctx, name: string): Promise<boolean> {
  // Tickets before anything else is looked at; who adds the name again waits for this.
  const tickets = await Ticket.query(ctx.trx)
    .whereRaw('tags @> array[?]::text[]', [name])
    .whereNull('deletedAt')
    .orderBy('id')
    .limit(BATCH)
    .forUpdate();
  const alias = await TagAlias.query(ctx.trx).findById(name).forUpdate();
  if (!alias?.pending) return false;
  const into = alias.tagId === null ? undefined : await Tag.query(ctx.trx).findById(alias.tagId);
  for (const full of await completeTickets(ctx.trx, tickets)) {
    const { ticket } = full;
    const tags = ticket.tags.flatMap((tag) => (tag === name ? (into?.name ?? []) : tag));
    // A new version, so that what was decided over the old names is seen as a conflict; but the
    // ticket itself had no news: it keeps its place in lists.
    const patched = await ticket.patched(ctx.trx, {
      tags: [...new Set(tags)],
      version: ticket.version + 1,
    });
    await emitTicket(ctx, 'ticket.updated', { ...full, ticket: patched }, { internal: true });
  }
  if (tickets.length === BATCH) return true;
  // What is no tag any more needs no memory; what is another one is still understood.
  if (into === undefined) await alias.$query(ctx.trx).delete();
  else await alias.$query(ctx.trx).patch({ pending: false });
  return false;
}

/** Gives tickets the new names of renamed, merged and removed tags, a batch a transaction. */
export async function retagTickets(desk: Desk): Promise<void> {
  for (const name of await desk.run(SYSTEM, pendingNames)) {
    let more = true;
    while (more) more = await desk.run(SYSTEM, (ctx) => retagSome(ctx, name));
  }
}
