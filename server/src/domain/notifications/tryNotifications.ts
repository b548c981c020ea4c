import { emit, requirePerson, type Ctx } from '../context';

/** Sends the person's own devices a sign of life on the way that notifications take. */
export async function tryNotifications(
  ctx: Ctx,
  { trialId }: { trialId: string },
): Promise<undefined> {
  const { id } = requirePerson(ctx);
  await emit(ctx, {
    type: 'notification.tried',
    ticketId: null,
    audience: { staff: [`account:${id}`], customer: [], hidden: [] },
    data: { trialId },
    customerData: null,
  });
}
