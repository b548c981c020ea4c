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

/** Brings what is cached of the desk's setup up to date. */
export function applySetup(client: QueryClient, event: SetupEvent): void {
  switch (event.type) {
    case 'priority.changed': {
      const changed = event.data;
      client.setQueryData<Items<Priority>>(
        keys.priorities,
        (data) =>
          data && {
            items: data.items.map((one) => (one.priority === changed.priority ? changed : one)),
          },
      );
      return;
    }
    case 'tag.changed': {
      const tag = event.data;
      client.setQueryData<Items<Tag>>(
        keys.tags,
        (data) => data && { items: placeTag(data.items, tag) },
      );
      void client.invalidateQueries({ queryKey: keys.tagUsage });
      return;
    }
    case 'tag.deleted': {
      const { id } = event.data;
      client.setQueryData<Items<Tag>>(
        keys.tags,
        (data) => data && { items: data.items.filter((tag) => tag.id !== id) },
      );
      void client.invalidateQueries({ queryKey: keys.tagUsage });
      return;
    }
    case 'desk.changed':
      client.setQueryData(keys.deskSettings, event.data);
  }
}
