import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { decodeFeedCursor, encodeFeedCursor } from '../feed/cursor';
import { presentFor } from '../feed/presentEvent';
import { feedHead, readFor, requireContinuable } from '../feed/read';
import type { FeedDispatcher } from './dispatcher';
import type { SignEvent } from './emitEvent';
import type { DeskSocket } from './socketState';

const PAGE = 200;

export interface ReplayDeps {
  db: Knex;
  dispatcher: FeedDispatcher;
  sign: SignEvent;
}

/**
 * Sends a socket what it missed, then puts it among the live ones. The last look at the
 * dispatcher's position and joining the rooms happen without a pause between them, so no event
 * falls between replay and live, and none comes twice.
 */
export async function replayAndJoin(
  socket: DeskSocket,
  cursorText: string | undefined,
  deps: ReplayDeps,
): Promise<void> {
  const { dispatcher } = deps;
  const head = () => ({ epoch: dispatcher.epoch, position: dispatcher.position });
  if (cursorText !== undefined) {
    try {
      await replay(socket, cursorText, deps);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { reason: cause } = error.details;
      const reason = cause === 'epoch' || cause === 'rights_changed' ? cause : 'cursor_expired';
      join(socket);
      socket.emit('reset', { reason, cursor: encodeFeedCursor(head()) });
      return;
    }
  }
  join(socket);
  socket.emit('ready', { cursor: encodeFeedCursor(head()) });
}

async function replay(
  socket: DeskSocket,
  cursorText: string,
  { db, dispatcher, sign }: ReplayDeps,
): Promise<void> {
  const cursor = decodeFeedCursor(cursorText);
  const { person, keys } = socket.data;
  await requireContinuable(db, cursor, await feedHead(db), person);
  await dispatcher.reach(cursor.position);
  const subject = isStaff(person.role) ? 'staff' : (`customer:${person.id}` as const);
  let { position } = cursor;
  while (position < dispatcher.position && socket.connected) {
    const page = await readFor(db, [...keys], position, dispatcher.position, PAGE);
    for (const row of page.rows) {
      socket.emit('event', sign(presentFor(row, dispatcher.epoch, keys), subject));
    }
    position = page.position;
  }
}

function join(socket: DeskSocket): void {
  void socket.join([...socket.data.keys]);
}
