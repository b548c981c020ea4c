import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Colleague, User } from '@tikethet/shared/contracts';
import type { EventData } from '@tikethet/shared/events';
import { keys } from '../keys';

interface Page {
  items: User[];
  nextCursor: string | null;
}

/** Shows a person as they are now wherever they are on screen. */
export function showPerson(client: QueryClient, user: User): void {
  client.setQueryData<User>(keys.customer(user.id), (known) =>
    known === undefined ? undefined : user,
  );
  client.setQueriesData<InfiniteData<Page>>({ queryKey: keys.people }, (data) => {
    if (!data?.pages.some(({ items }) => items.some(({ id }) => id === user.id))) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === user.id ? user : item)),
    }));
    return { ...data, pages };
  });
}

/** Whether a person now belongs into other lists of people than before, as far as is known. */
export function movesBetweenLists(client: QueryClient, user: User): boolean {
  const known = client
    .getQueriesData<InfiniteData<Page>>({ queryKey: keys.people })
    .flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? [])
    .find(({ id }) => id === user.id);
  if (known === undefined) return user.role !== 'USER';
  return known.role !== user.role || known.isActive !== user.isActive;
}

/** The team as `GET /team` gives it, after one of it has changed, come or gone. */
export function withColleague(
  team: readonly Colleague[],
  { isHere, ...colleague }: EventData<'colleague.changed'>,
): Colleague[] {
  const others = team.filter(({ id }) => id !== colleague.id);
  if (!isHere) return others;
  return [...others, colleague].sort((a, b) => a.displayName.localeCompare(b.displayName, 'ru'));
}
