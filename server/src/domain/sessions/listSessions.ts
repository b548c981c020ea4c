import type { Session as SessionResource } from '@tikethet/shared/contracts';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { requireBelow } from '../people/requireBelow';
import { presentSession, Session, SESSION_DAYS } from './session';

export interface ListSessionsInput {
  /** Absent: one's own. */
  userId?: string;
  /** `ALL`: also consoles that were signed out of late. */
  state: 'LIVE' | 'ALL';
  /** 1–100. */
  limit: number;
  cursor?: string;
}

/** Days for which a console that was signed out is still shown: it may have to be wiped yet. */
const SHOWN_DAYS = 30;
const DAY = 86_400_000;
const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * A person's devices, last used first.
 * @throws AppError `not_found`, `forbidden` for a peer or a superior, `invalid_cursor`
 */
export async function listSessions(
  ctx: Ctx,
  { userId, state, limit, cursor }: ListSessionsInput,
): Promise<{ items: SessionResource[]; nextCursor: string | null }> {
  const person = requirePerson(ctx);
  const whose = userId ?? person.id;
  if (whose !== person.id) await requireBelow(ctx, whose, 'people.block');
  const ago = (days: number) => new Date(ctx.now.getTime() - days * DAY);
  const query = Session.query(ctx.trx)
    .where({ userId: whose })
    .where('lastUsedAt', '>', ago(SESSION_DAYS))
    .where((either) => {
      either.whereNull('revokedAt');
      if (state === 'ALL') {
        either.orWhere((ended) =>
          ended.where('kind', 'CONSOLE').where('revokedAt', '>', ago(SHOWN_DAYS)),
        );
      }
    })
    .orderBy('lastUsedAt', 'desc')
    .orderBy('id', 'desc');
  if (cursor !== undefined) {
    query.whereRaw('(last_used_at, id) < (?, ?)', decodeKeyset(cursor, cursorShape));
  }
  const rows = await query.limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((session) => presentSession(session, ctx.actor.sessionId)),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeKeyset([last.lastUsedAt.toISOString(), last.id])
        : null,
  };
}
