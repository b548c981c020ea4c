import type { OutputOf } from '@tikethet/shared/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

type Page = OutputOf<'sync.snapshot'>;

let desk: TestDesk;
let customer: TestPerson;
let moderator: TestPerson;
let helper: TestPerson;
/** By the name the test gives them. */
const ids: Record<string, string> = {};

async function open(name: string, categoryId: string): Promise<void> {
  const input = { title: name, description: `О чём: ${name}`, categoryId };
  ids[name] = (await customer.api('POST /tickets', input)).id;
}

const age = (name: string, days: number, change: Record<string, unknown> = {}) =>
  desk
    .db('tickets')
    .where({ id: ids[name] })
    .update({ updated_at: new Date(Date.now() - days * 86_400_000), ...change });

async function pagesOf(person: TestPerson, limit: number): Promise<Page[]> {
  const pages: Page[] = [];
  for (let cursor: string | undefined; ;) {
    const page: Page = await person.api('GET /sync/snapshot', { limit, ...(cursor && { cursor }) });
    pages.push(page);
    if (page.nextCursor === null) return pages;
    cursor = page.nextCursor;
  }
}

const titles = (pages: Page[]) =>
  pages.flatMap(({ items }) => items.map(({ ticket }) => ticket.title));

beforeAll(async () => {
  desk = await startTestDesk();
  customer = await desk.person();
  moderator = await desk.person('MODERATOR');
  const categories = (await customer.api('GET /categories', {})).items;
  const [mine, other] = [categories[0]!.id, categories[1]!.id];
  helper = await desk.person('HELPER', { categoryIds: [mine] });
  for (const name of ['new', 'fresh', 'closed', 'waiting', 'held', 'forgotten']) {
    await open(name, mine);
  }
  await open('foreign', other);
  await age('fresh', 2);
  await age('closed', 29, { status: 'CLOSED', closed_at: new Date() });
  await age('waiting', 90, { status: 'WAITING_RESPONSE' });
  await age('held', 200, { status: 'CLOSED', closed_at: new Date(), assignee_id: moderator.id });
  await age('forgotten', 31, { status: 'CLOSED', closed_at: new Date() });
});
afterAll(() => desk.close());

test('holds what is recent, active or one’s own, each ticket once, whatever the page size', async () => {
  for (const limit of [1, 2, 100]) {
    const seen = titles(await pagesOf(moderator, limit));
    expect(seen).toEqual(['foreign', 'new', 'fresh', 'closed', 'waiting', 'held']);
  }
});

test('obeys the person’s sight, and shows customers only to who may list people', async () => {
  const pages = await pagesOf(helper, 100);
  expect(titles(pages)).toEqual(['new', 'fresh', 'closed', 'waiting']);
  expect(pages.flatMap(({ people }) => people)).toEqual([]);
  const [page] = await pagesOf(moderator, 100);
  expect(page?.people.map(({ id }) => id)).toEqual([customer.id]);
  await expect(customer.api('GET /sync/snapshot', {})).rejects.toMatchObject({ status: 403 });
});

test('carries the end of each conversation and says whether that is all of it', async () => {
  const commands = Array.from({ length: 51 }, (_, turn) => ({
    key: `note ${turn + 1}`,
    operation: 'messages.create',
    input: { id: ids['new'], content: `note ${turn + 1}`, internal: true },
  }));
  await moderator.api('POST /commands', { commands });
  const [page] = await pagesOf(moderator, 100);
  const long = page?.items.find(({ ticket }) => ticket.id === ids['new']);
  expect(long?.complete).toBe(false);
  expect(long?.messages).toHaveLength(50);
  expect(long?.messages[0]?.content).toBe('note 2');
  expect(long?.messages.at(-1)?.content).toBe('note 51');
  const short = page?.items.find(({ ticket }) => ticket.id === ids['fresh']);
  expect(short).toMatchObject({ complete: true, messages: [{ content: 'О чём: fresh' }] });
});

test('goes on over a change in between: what moved up is left to the feed', async () => {
  const first = await moderator.api('GET /sync/snapshot', { limit: 2 });
  await moderator.api('PUT /tickets/{id}', { id: ids['closed']!, priority: 'HIGH' });
  const second = await moderator.api('GET /sync/snapshot', {
    limit: 100,
    cursor: first.nextCursor ?? '',
  });
  expect(titles([first, second])).not.toContain('closed');
  await expect(moderator.api('GET /sync/snapshot', { cursor: 'x' })).rejects.toMatchObject({
    code: 'invalid_cursor',
  });
});
