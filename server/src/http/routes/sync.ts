import { isStaff } from '@tikethet/shared/permissions';
import { signAttachments } from '../../domain/attachments/signUrls';
import { requirePerson } from '../../domain/context';
import { readSnapshot } from '../../domain/sync/readSnapshot';
import { feedKeys } from '../../domain/tickets/policy';
import { decodeFeedCursor, encodeFeedCursor } from '../../feed/cursor';
import { presentFor } from '../../feed/presentEvent';
import { feedHead, readFor, requireContinuable } from '../../feed/read';
import type { Handlers } from '../handler';

export const syncHandlers = {
  'sync.read': async (ctx, input) => {
    const person = requirePerson(ctx);
    const head = await feedHead(ctx.trx);
    if (input.cursor === undefined) return { items: [], nextCursor: encodeFeedCursor(head) };
    const cursor = decodeFeedCursor(input.cursor);
    await requireContinuable(ctx.trx, cursor, head, person);
    const keys = feedKeys(person);
    const { rows, position } = await readFor(
      ctx.trx,
      [...keys],
      cursor.position,
      head.position,
      input.limit,
    );
    const subject = isStaff(person.role) ? 'staff' : (`customer:${person.id}` as const);
    return {
      items: rows.map((row) =>
        signAttachments(presentFor(row, head.epoch, keys), ctx.services.links, subject),
      ),
      nextCursor: encodeFeedCursor({ epoch: head.epoch, position }),
    };
  },
  'sync.snapshot': async (ctx, input) => {
    const page = await readSnapshot(ctx, input);
    return signAttachments(page, ctx.services.links, 'staff');
  },
} satisfies Handlers<'sync.read' | 'sync.snapshot'>;
