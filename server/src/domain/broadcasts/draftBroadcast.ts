import {
  BROADCAST_CAPTION,
  BROADCAST_TEXT,
  type BroadcastSegment,
} from '@tikethet/shared/broadcasts';
import { AppError } from '@tikethet/shared/errors';
import { newId } from '../../db/ids';
import { findCategory } from '../categories/activeCategories';
import { requirePermission, type Ctx } from '../context';
import { Broadcast, type BroadcastEntity, type BroadcastFile } from './broadcast';
import { countSegment } from './segment';

export interface DraftBroadcastInput {
  segment: BroadcastSegment;
  content: string;
  format: 'plain' | 'markdown';
  entities?: BroadcastEntity[];
  file?: BroadcastFile;
}

function invalid(path: string, message: string): AppError {
  return new AppError('validation_failed', { issues: [{ path, message }] });
}

/**
 * Keeps what is to be sent, and tells how many it would reach. Nothing leaves before it is started.
 * @throws AppError `forbidden`, `validation_failed`
 */
export async function draftBroadcast(ctx: Ctx, input: DraftBroadcastInput): Promise<Broadcast> {
  const { id: authorId } = requirePermission(ctx, 'broadcast.send');
  const { segment, content, file = null } = input;
  if (content === '' && file === null) throw invalid('content', 'needs text or a file');
  if (content.length > (file === null ? BROADCAST_TEXT : BROADCAST_CAPTION)) {
    throw invalid('content', 'longer than Telegram takes in one message');
  }
  if (segment.kind === 'category' && (await findCategory(ctx, segment.categoryId)) === null) {
    throw invalid('segment.categoryId', 'no such category');
  }
  return Broadcast.query(ctx.trx).insertAndFetch({
    id: newId(),
    authorId,
    segment,
    content,
    format: input.format,
    entities: input.entities ?? null,
    file,
    state: 'DRAFT',
    recipients: await countSegment(ctx, segment, authorId),
    createdAt: ctx.now,
  });
}
