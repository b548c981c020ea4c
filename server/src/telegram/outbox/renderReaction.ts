import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { outCall, type OutCall } from './call';

/**
 * Shows the staff's reaction on the message in the chat: a bot has one for each message. What does
 * not stand there (written in the Mini App, deleted) needs no call.
 */
export function renderReaction(
  claim: ClaimedDelivery,
  { message, standing, reaction }: DeliveryMaterial,
): OutCall[] {
  const [first] = standing;
  if (message === null || message.deletedAt !== null || first === undefined) return [];
  return [
    outCall('setMessageReaction', () => ({
      chat_id: claim.chatId,
      message_id: first.telegramMessageId,
      reaction: reaction === null ? [] : [{ type: 'emoji', emoji: reaction }],
    })),
  ];
}
