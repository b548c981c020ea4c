import { resendDelivery } from '../../domain/deliveries/resendDelivery';
import type { Handlers } from '../handler';

export const deliveryHandlers = {
  'deliveries.resend': (ctx, { id }) => resendDelivery(ctx, { messageId: id }),
} satisfies Handlers<'deliveries.resend'>;
