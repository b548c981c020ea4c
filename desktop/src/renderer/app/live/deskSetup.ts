import type { QueryClient } from '@tanstack/react-query';
import type { Priority, Tag } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { keys } from '../keys';

interface Items<T> {
  items: T[];
}

/** Events that tell how the desk is set up. */
export type SetupEvent = Extract<
  FeedEvent,
  { type: 'priority.changed' | 'tag.changed' | 'tag.deleted' | 'desk.changed' }
>;

/** Tags as `GET /tags` gives them with one changed or added. */
export function placeTag(tags: readonly Tag[], tag: Tag): Tag[] {
  return [...tags.filter(({ id }) => id !== tag.id), tag].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
}

/** A priority is this now. */
export function putPriority(client: QueryClient, priority: Priority): void {
  client.setQueryData<Items<Priority>>(
    keys.priorities,
    (data) =>
      data && {
        items: data.items.map((one) => (one.priority === priority.priority ? priority : one)),
      },
  );
}

/** A tag is this now, or is there now. */
export function putTag(client: QueryClient, tag: Tag): void {
  client.setQueryData<Items<Tag>>(
    keys.tags,
    (data) => data && { items: placeTag(data.items, tag) },
  );
  void client.invalidateQueries({ queryKey: keys.tagUsage });
}

/** A tag is gone. */
export function dropTag(client: QueryClient, id: string): void {
  client.setQueryData<Items<Tag>>(
    keys.tags,
    (data) => data && { items: data.items.filter((tag) => tag.id !== id) },
  );
}

/** Brings what is cached of the desk's setup up to date. */
export function applySetup(client: QueryClient, event: SetupEvent): void {
  switch (event.type) {
    case 'priority.changed':
      return putPriority(client, event.data);
    case 'tag.changed':
      return putTag(client, event.data);
    case 'tag.deleted':
      return dropTag(client, event.data.id);
    case 'desk.changed':
      client.setQueryData(keys.deskSettings, event.data);
  }
}
