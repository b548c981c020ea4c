import { isUnderWay, type BroadcastSegment } from '@tikethet/shared/broadcasts';
import { AppError } from '@tikethet/shared/errors';
import type { Broadcast } from '../../domain/broadcasts/broadcast';
import { findBroadcast } from '../../domain/broadcasts/loadBroadcast';
import { countSegment } from '../../domain/broadcasts/segment';
import { startBroadcast } from '../../domain/broadcasts/startBroadcast';
import { stopBroadcast } from '../../domain/broadcasts/stopBroadcast';
import { activeCategories, findCategory } from '../../domain/categories/activeCategories';
import { requirePermission } from '../../domain/context';
import { updateProfile } from '../../domain/people/updateProfile';
import { broadcastDialogue } from '../dialogues/broadcast';
import { categoriesView, SEGMENTS, segmentsView } from '../team/broadcastViews';
import { segmentLabel } from '../team/segments';
import { replaceWith, sayView } from '../team/show';
import type { Turn } from '../turn';
import type { Callback } from './callback';

/** Categories offered as buttons. */
const MOST_CATEGORIES = 24;

export const beginBroadcast: Callback<'bnew'> = async (turn) => {
  requirePermission(turn.ctx, 'broadcast.send');
  await sayView(turn, segmentsView(turn));
};

/** From here on, what the person writes is the broadcast. */
async function askForContent(
  turn: Turn,
  segment: BroadcastSegment,
  messageId: number | null,
): Promise<void> {
  const { id } = requirePermission(turn.ctx, 'broadcast.send');
  const category =
    segment.kind === 'category' ? await findCategory(turn.ctx, segment.categoryId) : null;
  const label = segmentLabel(turn.language, segment, category);
  const count = await countSegment(turn.ctx, segment, id);
  if (count > 0) await broadcastDialogue.begin(turn, { segment });
  const html =
    count === 0
      ? turn.t('team.broadcast.nobody', { segment: label })
      : turn.t('team.broadcast.write', { segment: label, count });
  await (messageId === null ? turn.say(html) : turn.replace(messageId, html));
}

export const chooseSegment: Callback<'bseg'> = async (turn, [code], press) => {
  requirePermission(turn.ctx, 'broadcast.send');
  if (code !== 'cat') return askForContent(turn, SEGMENTS[code], press.messageId);
  const categories = await activeCategories(turn.ctx, MOST_CATEGORIES);
  await replaceWith(turn, press.messageId, categoriesView(turn, categories));
};

export const chooseSegmentCategory: Callback<'bcat'> = (turn, [categoryId], press) =>
  askForContent(turn, { kind: 'category', categoryId }, press.messageId);

/** The draft of a button, or null when it is not one (any more). */
async function draftOf(turn: Turn, id: string): Promise<Broadcast | null> {
  try {
    const broadcast = await findBroadcast(turn.ctx, id);
    return broadcast.state === 'DRAFT' ? broadcast : null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

/** Another content for the same people. */
export const rewriteBroadcast: Callback<'bedit'> = async (turn, [id], press) => {
  const draft = await draftOf(turn, id);
  if (draft === null) return { text: turn.plain('oldButton') };
  await stopBroadcast(turn.ctx, { id });
  await turn.replaceButtons(press.messageId, null);
  await askForContent(turn, draft.segment, null);
};

/** Lets it go out; the message with the button becomes the one that shows how far it is. */
export const sendBroadcast: Callback<'bsend'> = async (turn, [id], press) => {
  if ((await draftOf(turn, id)) === null) return { text: turn.plain('oldButton') };
  const { botId, chatId } = turn.chat;
  const progress = { botId, chatId, messageId: press.messageId };
  const broadcast = await startBroadcast(turn.ctx, { id, progress });
  if (isUnderWay(broadcast.state)) await turn.replaceButtons(press.messageId, null);
};

export const dropBroadcast: Callback<'bdrop'> = async (turn, [id], press) => {
  if ((await draftOf(turn, id)) === null) return { text: turn.plain('oldButton') };
  await stopBroadcast(turn.ctx, { id });
  await turn.replace(press.messageId, turn.t('team.broadcast.cancelled'));
};

/** Nothing further leaves; the message shows what did. */
export const haltBroadcast: Callback<'bstop'> = async (turn, [id]) => {
  await stopBroadcast(turn.ctx, { id });
};

/** A customer wants no more news. */
export const refuseNews: Callback<'nonews'> = async (turn, _args, press) => {
  await updateProfile(turn.ctx, { preferences: { customerNotices: { news: false } } });
  await turn.replaceButtons(press.messageId, null);
  return { text: turn.plain('team.broadcast.noNews'), alert: true };
};
