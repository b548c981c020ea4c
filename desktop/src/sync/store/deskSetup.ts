import { operations } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { z } from 'zod';
import type { Replica } from './replica';

/** Reads of the desk's setup and of one's own that are kept whole: small, needed everywhere. */
const KEPT = [
  'priorities.list',
  'tags.list',
  'desk.get',
  'team.list',
  'macros.list',
  'me.console',
] as const;
type KeptId = (typeof KEPT)[number];

function isKept(id: string): id is KeptId {
  return KEPT.some((kept) => kept === id);
}

const stored = (id: KeptId): string => `setup:${id}`;
/** Of which snapshot's time it is: facts that were missed before it may have changed it. */
const era = (id: KeptId): string => `setup:${id}:generation`;

function readKept<K extends KeptId>(
  replica: Replica,
  id: K,
): z.output<(typeof operations)[K]['output']> | null {
  const text = replica.getMeta(stored(id));
  if (text === null) return null;
  const parsed = operations[id].output.safeParse(JSON.parse(text));
  // The registry pairs each id with its own output; the pairing is lost on a computed key.
  return parsed.success ? (parsed.data as z.output<(typeof operations)[K]['output']>) : null;
}

/**
 * What is known of the desk's setup; null: nothing yet.
 * @param isWhole whether the feed is followed: then it is as the desk has it
 */
export function answerSetup(replica: Replica, isWhole: () => boolean, id: KeptId) {
  return () => {
    const value = readKept(replica, id);
    if (value === null) return null;
    const fresh = replica.getMeta(era(id)) === String(replica.generation());
    return { value, complete: fresh && isWhole() };
  };
}

/** Keeps an answer of the desk, if it is one of these. */
export function keepSetup(replica: Replica, id: string, value: unknown): void {
  if (!isKept(id)) return;
  replica.write(() => {
    replica.setMeta(stored(id), JSON.stringify(value));
    replica.setMeta(era(id), String(replica.generation()));
  });
}

/** Follows one fact of the feed. Belongs into `replica.write`. */
export function followSetup(replica: Replica, event: FeedEvent): void {
  const put = (id: KeptId, value: unknown) => replica.setMeta(stored(id), JSON.stringify(value));
  switch (event.type) {
    case 'priority.changed': {
      const known = readKept(replica, 'priorities.list');
      const items = known?.items.map((one) =>
        one.priority === event.data.priority ? event.data : one,
      );
      if (items) put('priorities.list', { items });
      return;
    }
    case 'tag.changed':
    case 'tag.deleted': {
      const known = readKept(replica, 'tags.list');
      if (!known) return;
      const others = known.items.filter((tag) => tag.id !== event.data.id);
      const items = event.type === 'tag.deleted' ? others : [...others, event.data];
      put('tags.list', { items: items.sort((a, b) => a.name.localeCompare(b.name)) });
      return;
    }
    case 'macro.changed':
    case 'macro.deleted': {
      const known = readKept(replica, 'macros.list');
      if (!known) return;
      const others = known.items.filter((macro) => macro.id !== event.data.id);
      const items = event.type === 'macro.deleted' ? others : [...others, event.data];
      put('macros.list', { items: items.sort((a, b) => a.name.localeCompare(b.name)) });
      return;
    }
    case 'colleague.changed': {
      const known = readKept(replica, 'team.list');
      if (!known) return;
      const { isHere, ...colleague } = event.data;
      const others = known.items.filter(({ id }) => id !== colleague.id);
      const items = isHere ? [...others, colleague] : others;
      const byName = items.sort((a, b) => a.displayName.localeCompare(b.displayName, 'ru'));
      put('team.list', { items: byName });
      return;
    }
    case 'console_settings.changed':
      put('me.console', event.data);
      return;
    case 'desk.changed':
      put('desk.get', event.data);
  }
}
