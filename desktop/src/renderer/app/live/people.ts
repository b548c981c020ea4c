import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { User } from '@tikethet/shared/contracts';
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
