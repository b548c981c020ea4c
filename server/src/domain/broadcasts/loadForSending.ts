import type { Broadcast as BroadcastResource } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Category } from '../categories/category';
import { Broadcast } from './broadcast';
import { showBroadcast } from './showBroadcast';

/** What the words of a broadcast, or of its progress, are made of. */
export interface BroadcastMaterial {
  broadcast: Broadcast;
  /** With its numbers; null where only the broadcast itself is asked for. */
  shown: BroadcastResource | null;
  /** Of the segment, where it is one. */
  category: Category | null;
}

const payload = z.object({ broadcastId: z.uuid() });

/** Reads the broadcast of a delivery as it is now; null: thrown away. */
export async function loadForSending(
  db: Knex,
  kind: 'BROADCAST' | 'BROADCAST_PROGRESS',
  deliveryPayload: unknown,
): Promise<BroadcastMaterial | null> {
  const { broadcastId } = payload.parse(deliveryPayload);
  const broadcast = await Broadcast.query(db).findById(broadcastId);
  if (broadcast === undefined) return null;
  if (kind === 'BROADCAST') return { broadcast, shown: null, category: null };
  const { segment } = broadcast;
  const category =
    segment.kind === 'category' ? await Category.query(db).findById(segment.categoryId) : undefined;
  return { broadcast, shown: await showBroadcast(db, broadcast), category: category ?? null };
}
