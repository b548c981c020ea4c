import type { Audience } from '../../feed/audience';
import { emit, type Ctx } from '../context';
import { presentView, type View } from './view';

function readersOf({ shared, ownerId }: Pick<View, 'shared' | 'ownerId'>): Audience {
  return { staff: shared ? ['team'] : [`account:${ownerId}`], customer: [], hidden: [] };
}

/** Tells whoever sees a view what it is now; who no longer sees it, that it is gone. */
export async function emitView(ctx: Ctx, view: View, before: View | null = null): Promise<void> {
  if (before?.shared === true && !view.shared) await emitViewGone(ctx, before);
  await emit(ctx, {
    type: 'view.changed',
    ticketId: null,
    audience: readersOf(view),
    data: presentView(view),
    customerData: null,
  });
}

export async function emitViewGone(ctx: Ctx, view: View): Promise<void> {
  await emit(ctx, {
    type: 'view.deleted',
    ticketId: null,
    audience: readersOf(view),
    data: { id: view.id },
    customerData: null,
  });
}
