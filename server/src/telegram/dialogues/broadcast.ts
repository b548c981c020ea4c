import { BROADCAST_CAPTION, BROADCAST_TEXT } from '@tikethet/shared/broadcasts';
import { broadcastSegment } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import type { Message } from 'grammy/types';
import { z } from 'zod';
import { requirePerson } from '../../domain/context';
import { draftBroadcast } from '../../domain/broadcasts/draftBroadcast';
import { findCategory } from '../../domain/categories/activeCategories';
import { LANES, queueDelivery } from '../../domain/deliveries/queueDelivery';
import { readBroadcast } from '../content/broadcastContent';
import { confirmView } from '../team/broadcastViews';
import { sayView } from '../team/show';
import type { Turn } from '../turn';
import { dialogue, leaveDialogue } from './dialogue';

const state = z.object({ segment: broadcastSegment });

/** What the person writes next is to go to many; they see it and confirm it first. */
export const broadcastDialogue = dialogue({
  mode: 'broadcast',
  state,
  left: 'cancel.broadcast',
  receive: async (turn, { segment }, message) => {
    // A reply to a notice answers its ticket, whatever else is on the way.
    if (message.reply_to_message !== undefined) return false;
    if (!can(requirePerson(turn.ctx), 'broadcast.send')) return false;
    await takeContent(turn, segment, message);
    return true;
  },
});

async function takeContent(
  turn: Turn,
  segment: z.output<typeof broadcastSegment>,
  message: Message,
): Promise<void> {
  const content = readBroadcast(message);
  if (content === null) return turn.say(turn.t('team.broadcast.badContent'));
  const limit = content.file === null ? BROADCAST_TEXT : BROADCAST_CAPTION;
  const over = content.content.length - limit;
  if (over > 0) return turn.say(turn.t('team.broadcast.tooLong', { limit, count: over }));
  const { content: text, entities, file } = content;
  const draft = await draftBroadcast(turn.ctx, {
    segment,
    content: text,
    format: 'plain',
    entities,
    ...(file === null ? {} : { file }),
  });
  await leaveDialogue(turn);
  // The very delivery that everybody gets, so that nothing can look different.
  await queueDelivery(turn.ctx, {
    chatId: turn.chat.chatId,
    userId: turn.user.id,
    kind: 'BROADCAST',
    lane: LANES.person,
    payload: { broadcastId: draft.id, preview: true },
  });
  const category =
    segment.kind === 'category' ? await findCategory(turn.ctx, segment.categoryId) : null;
  await sayView(turn, confirmView(turn, draft, category));
}
