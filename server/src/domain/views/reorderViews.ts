import { emit, requirePerson, type Ctx } from '../context';

/** Keeps the person's order of their views; ids that mean nothing do no harm. */
export async function reorderViews(ctx: Ctx, input: { ids: readonly string[] }): Promise<void> {
  const { id } = requirePerson(ctx);
  const ids = [...new Set(input.ids)];
  await ctx.trx.raw(
    `insert into saved_view_orders (user_id, view_ids) values (?, ?)
     on conflict (user_id) do update set view_ids = excluded.view_ids`,
    [id, ids],
  );
  await emit(ctx, {
    type: 'view.ordered',
    ticketId: null,
    audience: { staff: [`account:${id}`], customer: [], hidden: [] },
    data: { ids },
    customerData: null,
  });
}
