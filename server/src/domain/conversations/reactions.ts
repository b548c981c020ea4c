import type { Reaction } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';

interface ReactionRow {
  message_id: string;
  person_id: string;
  emoji: string;
  side: Reaction['side'];
  created_at: Date;
}

/** A message has few; whatever happens, a list of messages stays bounded. */
const MOST = 5_000;

/** Reactions to messages, in the order in which they came. */
export async function reactionsOf(
  db: Knex,
  messageIds: readonly string[],
): Promise<Map<string, Reaction[]>> {
  const rows = await db<ReactionRow>('message_reactions')
    .whereIn('message_id', [...messageIds])
    .orderBy(['created_at', 'emoji'])
    .limit(MOST);
  const byMessage = new Map<string, Reaction[]>();
  for (const { message_id: id, emoji, side, person_id: personId } of rows) {
    const known = byMessage.get(id) ?? [];
    known.push({ emoji, side, personId });
    byMessage.set(id, known);
  }
  return byMessage;
}

/** What the bot shows on a message in the chat: the newest reaction of staff, or none. */
export async function reactionInChat(db: Knex, messageId: string): Promise<string | null> {
  const reactions = (await reactionsOf(db, [messageId])).get(messageId) ?? [];
  return reactions.findLast(({ side }) => side === 'STAFF')?.emoji ?? null;
}
