import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { FileStore } from '../../storage/fileStore';
import { buildDemoDesk } from './buildDemoDesk';
import { storeDemoFiles } from './files';
import { DEMO_CATEGORIES, type DemoCategory } from './people';
import { noRows, type DemoRows, type Row } from './rows';

export interface DemoDeps {
  now: Date;
  storage: FileStore;
  botId: number;
}

/** Messages per round of statements; Postgres writes one while the next is made. */
const ROUND = 3_000;

/** Parents before children. */
const TABLES = [
  'users',
  'user_categories',
  'tickets',
  'ticket_participants',
  'ticket_changes',
  'ticket_reads',
  'messages',
  'attachments',
  'deliveries',
  'telegram_chats',
] as const satisfies readonly (keyof DemoRows)[];

const TAG_COLORS = ['#EF4444', '#F97316', '#EAB308', '#22C55E', '#06B6D4', '#3B82F6', '#A855F7'];

/** What tickets carry is the desk's list of tags; ids follow the names (a UUID of version 8). */
const COLLECT_TAGS = `insert into tags (id, name, color)
  select overlay(overlay(md5(name) placing '8' from 13) placing '8' from 17)::uuid, name,
    (?::text[])[1 + row_number() over (order by name) % ${TAG_COLORS.length}]
  from (select distinct unnest(tags) as name from tickets) used`;

/**
 * Fills an empty desk that has the preset's categories: three months of a game server's support.
 * One transaction; the same desk for every `now` of one hour.
 * @throws Error when there are people or tickets already, or a category of the preset is missing
 */
export async function fillDemoDesk(db: Knex, deps: DemoDeps): Promise<void> {
  const categoryIds = await findCategories(db);
  await requireEmpty(db);
  const files = await storeDemoFiles(deps.storage);
  const slices = buildDemoDesk({ now: deps.now, botId: deps.botId, categoryIds, files });
  await db.transaction(async (trx) => {
    await requireEmpty(trx);
    // The search indexes take the whole desk at once instead of in hundreds of small merges.
    await trx.raw(`set local gin_pending_list_limit = '64MB'`);
    await trx.raw(`set local work_mem = '64MB'`);
    await writeSlices(trx, slices);
    await trx.raw(COLLECT_TAGS, [TAG_COLORS]);
    await trx.raw(`select setval('ticket_number_seq', (select max(number) from tickets))`);
  });
  // Without statistics the first lists would be planned as if the tables were still empty.
  await Promise.all(TABLES.map((table) => db.raw('analyze ??', [table])));
}

async function writeSlices(trx: Knex, slices: Iterable<DemoRows>): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  let round = noRows();
  for (const slice of slices) {
    for (const table of TABLES) round[table].push(...slice[table]);
    if (round.messages.length >= ROUND) {
      await writing;
      writing = writeRound(trx, round);
      // A failure is met where it is awaited, not before.
      writing.catch(() => undefined);
      round = noRows();
    }
    // Lets answers of Postgres in, so that its next statement goes out.
    await nextTurn();
  }
  await writing;
  await writeRound(trx, round);
}

async function writeRound(trx: Knex, rows: DemoRows): Promise<void> {
  for (const table of TABLES) await insertAll(trx, table, rows[table]);
}

async function requireEmpty(db: Knex): Promise<void> {
  const result = await db.raw<{ rows: { taken: boolean }[] }>(
    'select exists (select 1 from users) or exists (select 1 from tickets) as taken',
  );
  if (result.rows[0]?.taken === true) {
    throw new Error('Demo data goes only into an empty database: there are people or tickets.');
  }
}

async function findCategories(db: Knex): Promise<Record<DemoCategory, string>> {
  const known = await db<{ id: string; slug: string }>('categories').select('id', 'slug');
  const entries = DEMO_CATEGORIES.map((slug) => {
    const id = known.find((category) => category.slug === slug)?.id;
    if (id === undefined) throw new Error(`The demo needs the category "${slug}" of the preset.`);
    return [slug, id] as const;
  });
  return Object.fromEntries(entries) as Record<DemoCategory, string>;
}

async function insertAll(trx: Knex, table: keyof DemoRows, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const list = columns.map(() => '??').join(', ');
  await trx.raw(
    `insert into ?? (${list}) select ${list} from json_populate_recordset(null::??, ?)`,
    [table, ...columns, ...columns, table, JSON.stringify(rows)],
  );
}
