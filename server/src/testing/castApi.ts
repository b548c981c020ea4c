import type { Role } from '@tikethet/shared/permissions';
import { afterAll } from 'vitest';
import { startTestApi, type ApiPerson, type TestApi } from './testApi';

interface Stage {
  api: TestApi;
  /** The desk's first category. */
  categoryId: string;
  /** Events about something, by its id: what is told, and to whom. */
  eventsOf: (id: string) => Promise<(readonly [type: string, audience: string[]])[]>;
}

/** An API and the people of a test file by their names, awaited at its top; it ends with its tests. */
export async function castApi<Name extends string>(
  roles: Record<Name, Role>,
): Promise<Stage & Record<Name, ApiPerson>> {
  const api = await startTestApi();
  afterAll(() => api.close());
  const people = {} as Record<Name, ApiPerson>;
  // One after the other: some tests tell them apart by when they came.
  for (const name of Object.keys(roles) as Name[]) people[name] = await api.person(roles[name]);
  const category = await api.db('categories').orderBy(['sort_order', 'id']).first();
  return {
    ...people,
    api,
    categoryId: category.id,
    eventsOf: async (id) => {
      const events = await api.db('event_log').whereRaw(`data->>'id' = ?`, [id]).orderBy('seq');
      return events.map(({ type, audience }) => [type, audience] as const);
    },
  };
}
