import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKnex } from '../../db/knex';
import { createTestDatabase } from '../../db/testing/createTestDatabase';
import { installPreset } from '../../domain/categories/installPreset';
import { SYSTEM } from '../../domain/context';
import { Desk } from '../../domain/desk';
import { DiskStore } from '../../storage/diskStore';
import { DEMO_NEWCOMER, demoPeople, fillDemoDesk } from '.';

const now = new Date('2026-11-22T16:50:00.000Z');
const botId = 7_000_000_001;

let db: Knex;
let storage: DiskStore;
let folder: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = () => database.drop();
  db = createKnex(database.url);
  folder = await mkdtemp(path.join(os.tmpdir(), 'tikethet-demo-'));
  storage = new DiskStore(folder);
  const desk = new Desk(db, () => now);
  await desk.run(SYSTEM, (ctx) => installPreset(ctx, 'gameServer'));
  await fillDemoDesk(db, { now, storage, botId });
}, 60_000);

afterAll(async () => {
  await db.destroy();
  await drop();
  await rm(folder, { recursive: true, force: true });
});

/** The single number that a query gives. */
async function count(sql: string, bindings: Knex.RawBinding[] = []): Promise<number> {
  const result = await db.raw<{ rows: { n: number }[] }>(sql, bindings);
  return Number(result.rows[0]?.n);
}

describe('fillDemoDesk', () => {
  it('fills three months of a desk', async () => {
    expect(await count('select count(*) as n from tickets')).toBe(3000);
    expect(await count('select count(*) as n from messages')).toBeGreaterThan(12_000);
    expect(await count('select count(distinct customer_id) as n from tickets')).toBeGreaterThan(
      350,
    );
    expect(await count('select count(distinct assignee_id) as n from tickets')).toBeGreaterThan(5);
    const active = await count(
      `select count(*) as n from tickets where status not in ('RESOLVED', 'CLOSED')`,
    );
    expect(active).toBe(61);
    const unassigned = await count(`select count(*) as n from tickets where status = 'OPEN'`);
    expect(unassigned).toBeGreaterThanOrEqual(15);
    const russian = await count(
      `select count(*) as n from tickets join users on users.id = customer_id where language = 'ru'`,
    );
    expect(russian / 3000).toBeGreaterThan(0.6);
    expect(russian / 3000).toBeLessThan(0.8);
    expect(await count('select count(distinct title) as n from tickets')).toBeGreaterThan(1000);
    const categories = await count('select count(distinct category_id) as n from tickets');
    expect(categories).toBe(6);
  });

  it('lies in the past, within 90 days', async () => {
    const late = await count(
      `select count(*) as n from tickets where greatest(created_at, updated_at, first_response_at,
         resolved_at, closed_at, rated_at) > :now
       or created_at < :now::timestamptz - interval '91 days'`,
      { now } as unknown as Knex.RawBinding[],
    );
    expect(late).toBe(0);
    expect(await count('select count(*) as n from messages where created_at > ?', [now])).toBe(0);
  });

  it('continues ticket numbers after the last', async () => {
    expect(await count(`select nextval('ticket_number_seq') as n`)).toBe(4001);
    expect(await count('select min(number) as n from tickets')).toBe(1001);
  });

  it('keeps what tickets say of their messages true', async () => {
    const wrong = await db.raw<{ rows: unknown[] }>(`
      with facts as (
        select ticket_id, count(*) filter (where not internal) as public_count,
          max(position) as last_position, count(*) as total,
          min(created_at) filter (where side = 'STAFF' and not internal) as first_response,
          max(created_at) as last_at
        from messages group by ticket_id)
      select tickets.number from tickets
      join facts on facts.ticket_id = tickets.id
      join messages opening on opening.ticket_id = tickets.id and opening.position = 1
      join lateral (select * from messages where ticket_id = tickets.id and not internal
        order by position desc limit 1) newest on true
      where message_count <> public_count or tickets.last_position <> facts.last_position
        or facts.total <> facts.last_position or description <> opening.content
        or opening.created_at <> tickets.created_at or opening.side <> 'CUSTOMER'
        or opening.author_id <> tickets.customer_id
        or first_response_at is distinct from first_response
        or last_message->>'authorId' <> newest.author_id::text
        or (last_message->>'at')::timestamptz <> newest.created_at
        or (last_message->>'fromStaff')::boolean <> (newest.side = 'STAFF')
        or left(last_message->>'content', 100) <> left(newest.content, 100)
        or updated_at < newest.created_at
        or (last_at > resolved_at)
        or (status = 'CLOSED') <> (closed_at is not null)
        or (status in ('RESOLVED', 'CLOSED')) <> (resolved_at is not null)
        or (status = 'OPEN') <> (assignee_id is null)
        or (rating is not null and resolved_at is null)`);
    expect(wrong.rows).toEqual([]);
    const without = await count(
      `select count(*) as n from tickets where not exists (
         select 1 from messages where ticket_id = tickets.id)`,
    );
    expect(without).toBe(0);
  });

  it('keeps marks and timelines that agree with tickets and messages', async () => {
    const wrong = await db.raw<{ rows: unknown[] }>(`
      select tickets.number from tickets
      join lateral (select max(position) filter (where not internal) as public_position,
        count(*) filter (where side = 'STAFF' and not internal
          and position > tickets.customer_read_position) as unread
        from messages where ticket_id = tickets.id) facts on true
      left join lateral (select new_value #>> '{}' as status from ticket_changes
        where ticket_id = tickets.id and field = 'status' order by seq desc limit 1) newest on true
      where facts.public_position <> tickets.public_position
        or facts.unread <> customer_unread or coalesce(newest.status, 'OPEN') <> tickets.status
        or staff_read_position > last_position`);
    expect(wrong.rows).toEqual([]);
    expect(await count('select count(*) as n from ticket_changes where at > ?', [now])).toBe(0);
    const back = await count(`
      select count(*) as n from (
        select at < lag(at) over ticket as earlier,
          position < lag(position) over ticket as before, field = 'status' and
          old_value <> lag(new_value) over (partition by ticket_id, field order by seq) as torn
        from ticket_changes window ticket as (partition by ticket_id order by seq)) steps
      where earlier or before or torn`);
    expect(back).toBe(0);
    expect(
      await count('select count(*) as n from tickets where customer_unread > 0'),
    ).toBeGreaterThan(5);
    const ahead = await count(`select count(*) as n from ticket_reads
      join tickets on tickets.id = ticket_id where position > last_position or position < 0`);
    expect(ahead).toBe(0);
  });

  it('tells conversations in order, and by the right people', async () => {
    const disorder = await count(`
      select count(*) as n from (
        select created_at < lag(created_at) over (partition by ticket_id order by position) as back
        from messages) steps where back`);
    expect(disorder).toBe(0);
    const strangers = await count(`
      select count(*) as n from messages join tickets on tickets.id = ticket_id
      join users on users.id = author_id
      where (side = 'STAFF') <> (role <> 'USER') or (side = 'CUSTOMER' and author_id <> customer_id)
        or (side = 'STAFF' and not exists (select 1 from ticket_participants participant
          where participant.ticket_id = tickets.id and participant.user_id = author_id))`);
    expect(strangers).toBe(0);
    const notes = await count('select count(*) as n from messages where internal');
    expect(notes).toBeGreaterThan(500);
  });

  it('has sent every public answer, and failed with some recent ones', async () => {
    const unsent = await count(`
      select count(*) as n from messages
      left join deliveries on deliveries.message_id = messages.id
      where (messages.side = 'STAFF' and not internal) <> (deliveries.id is not null)`);
    expect(unsent).toBe(0);
    const states = await db<{ state: string; reason: string | null }>('deliveries')
      .distinct('state', 'reason')
      .whereNot('state', 'SENT');
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['FAILED', 'UNKNOWN']));
    expect(states.every(({ reason }) => reason !== null)).toBe(true);
    const old = await count(
      `select count(*) as n from deliveries where state <> 'SENT'
       and created_at < ?::timestamptz - interval '14 days'`,
      [now],
    );
    expect(old).toBe(0);
  });

  it('has the rhythm of players: evenings, weekends, quiet nights', async () => {
    const between = (from: number, to: number) =>
      count(
        `select count(*) as n from tickets
         where extract(hour from created_at at time zone 'Europe/Moscow') between ? and ?`,
        [from, to],
      );
    expect(await between(18, 21)).toBeGreaterThan(6 * (await between(2, 5)));
    const perDay = async (days: number[]) =>
      (await count(
        `select count(*) as n from tickets
         where extract(dow from created_at at time zone 'Europe/Moscow') = any(?)`,
        [days],
      )) / days.length;
    expect(await perDay([0, 6])).toBeGreaterThan(1.3 * (await perDay([1, 2, 3, 4])));
  });

  it('gives everybody of the sandbox a chat, and customers tickets', async () => {
    const rows = await db<{ telegram_id: number; chat_id: number | null; active: number }>('users')
      .leftJoin('telegram_chats', 'chat_id', 'telegram_id')
      .select('telegram_id', 'chat_id', 'bot_started_at')
      .whereNotNull('bot_started_at');
    const known = demoPeople.map(({ id }) => id).filter((id) => id !== DEMO_NEWCOMER);
    expect(rows.map((row) => row.chat_id).sort()).toEqual(known.sort());
    for (const { id } of demoPeople) {
      if (id === DEMO_NEWCOMER) continue;
      const person = demoPeople.find((one) => one.id === id);
      if (person?.kind === 'staff') continue;
      const tickets = await db('tickets')
        .join('users', 'users.id', 'customer_id')
        .where('telegram_id', id)
        .select('status');
      expect(tickets.length).toBeGreaterThanOrEqual(3);
      expect(
        tickets.some(({ status }: { status: string }) => !['RESOLVED', 'CLOSED'].includes(status)),
      ).toBe(true);
    }
  });

  it('keeps the files that attachments name', async () => {
    const rows = await db<{
      storage_key: string;
      size: number;
      kind: string;
      width: number | null;
    }>('attachments').distinct('storage_key', 'thumbnail_key', 'size', 'kind', 'width');
    expect(rows.length).toBeGreaterThanOrEqual(6);
    for (const row of rows) {
      expect(await storage.size(String(row.storage_key))).toBe(row.size);
      if (row.kind !== 'IMAGE') continue;
      const chunks: Buffer[] = [];
      for await (const chunk of storage.read(String(row.storage_key))) chunks.push(chunk as Buffer);
      const picture = await sharp(Buffer.concat(chunks)).metadata();
      expect(picture).toMatchObject({ format: 'png', width: row.width });
    }
  });

  it('refuses a desk that has people', async () => {
    await expect(fillDemoDesk(db, { now, storage, botId })).rejects.toThrow(/empty/);
  });
});
