import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

let desk: TestDesk;
let customer: TestPerson;
let helper: TestPerson;
let moderator: TestPerson;
let categoryId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  customer = await desk.person('USER');
  helper = await desk.person('HELPER');
  moderator = await desk.person('MODERATOR');
  categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
});
afterAll(() => desk.close());

const open = (person = customer) =>
  person.api('POST /tickets', { title: 'Не заходит', description: 'Пишет ошибку', categoryId });

describe('life of a ticket', () => {
  test('created with its first message and a rising number', async () => {
    const first = await open();
    const second = await open();
    expect(first).toMatchObject({
      status: 'OPEN',
      priority: 'NORMAL',
      channel: 'MINI_APP',
      description: 'Пишет ошибку',
      messageCount: 1,
      customerId: customer.id,
      assigneeId: null,
    });
    expect(second.number).toBe(first.number + 1);
    const { items } = await customer.api('GET /tickets/{id}/messages', { id: first.id });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ content: 'Пишет ошибку', author: { side: 'CUSTOMER' } });
  });

  test('take, reply, answer, resolve, answer, close: the status follows', async () => {
    const { id } = await open();
    const status = async () => (await customer.api('GET /tickets/{id}', { id })).status;
    const taken = await helper.api('PUT /tickets/{id}/assign', { id, assigneeId: helper.id });
    expect(taken.status).toBe('IN_PROGRESS');
    await helper.api('POST /tickets/{id}/messages', { id, content: 'Попробуйте <b>так</b>' });
    expect(await status()).toBe('WAITING_RESPONSE');
    await customer.api('POST /tickets/{id}/messages', { id, content: 'Не помогло' });
    expect(await status()).toBe('IN_PROGRESS');
    await helper.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
    await customer.api('POST /tickets/{id}/messages', { id, content: 'Опять' });
    expect(await status()).toBe('IN_PROGRESS');
    const closed = await helper.api('PUT /tickets/{id}/status', { id, status: 'CLOSED' });
    expect(closed.closedAt).not.toBeNull();
    await expect(
      helper.api('POST /tickets/{id}/messages', { id, content: 'Ещё' }),
    ).rejects.toMatchObject({ status: 409, code: 'ticket_closed' });
    const back = await customer.api('POST /tickets/{id}/messages', { id, content: 'Снова' });
    expect(back.content).toBe('Снова');
    expect(await status()).toBe('IN_PROGRESS');
  });

  test('the first reply takes an unassigned ticket; a note does not and is not told', async () => {
    const { id, updatedAt } = await open();
    await helper.api('POST /tickets/{id}/messages', { id, content: 'Заметка', internal: true });
    const seen = await customer.api('GET /tickets/{id}', { id });
    expect(seen).toMatchObject({ status: 'OPEN', assigneeId: null, messageCount: 1, updatedAt });
    await helper.api('POST /tickets/{id}/messages', { id, content: 'Здравствуйте' });
    const after = await customer.api('GET /tickets/{id}', { id });
    expect(after).toMatchObject({ status: 'WAITING_RESPONSE', assigneeId: helper.id });
    expect(after.firstResponseAt).not.toBeNull();
  });

  test('a closed ticket past the window refuses the customer and can be continued', async () => {
    const { id } = await open();
    await helper.api('PUT /tickets/{id}/status', { id, status: 'CLOSED' });
    const old = new Date(Date.now() - 8 * 86_400_000);
    await desk.db('tickets').where({ id }).update({ closed_at: old });
    await expect(
      customer.api('POST /tickets/{id}/messages', { id, content: 'Снова' }),
    ).rejects.toMatchObject({ status: 409, code: 'ticket_closed' });
    const next = await customer.api('POST /tickets', {
      title: 'Снова',
      description: 'То же',
      categoryId,
      linkedTicketId: id,
    });
    expect(next.linkedTicketId).toBe(id);
  });

  test('illegal moves say what is allowed; customers only close and reopen', async () => {
    const { id } = await open();
    await helper.api('PUT /tickets/{id}/status', { id, status: 'CLOSED' });
    await expect(
      helper.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'illegal_transition',
      details: { allowed: ['OPEN', 'IN_PROGRESS'] },
    });
    const reopened = await customer.api('PUT /tickets/{id}/status', { id, status: 'OPEN' });
    expect(reopened).toMatchObject({ status: 'OPEN', closedAt: null, resolvedAt: null });
    await expect(
      customer.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' }),
    ).rejects.toMatchObject({ status: 409 });
    await expect(
      customer.api('PUT /tickets/{id}', { id, priority: 'CRITICAL' }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('only finished tickets are rated, by their customer', async () => {
    const { id } = await open();
    await expect(customer.api('PUT /tickets/{id}/rating', { id, rating: 5 })).rejects.toMatchObject(
      { code: 'illegal_transition' },
    );
    await helper.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
    await expect(
      moderator.api('PUT /tickets/{id}/rating', { id, rating: 5 }),
    ).rejects.toMatchObject({ status: 403 });
    const rated = await customer.api('PUT /tickets/{id}/rating', {
      id,
      rating: 4,
      comment: 'Спасибо',
    });
    expect(rated).toMatchObject({ rating: 4, ratingComment: 'Спасибо' });
  });

  test('deleted: gone for everybody, kept in the audit log', async () => {
    const admin = await desk.person('ADMIN');
    const { id } = await open();
    await expect(moderator.api('DELETE /tickets/{id}', { id })).rejects.toMatchObject({
      status: 403,
    });
    await admin.api('DELETE /tickets/{id}', { id });
    for (const person of [customer, moderator, admin]) {
      await expect(person.api('GET /tickets/{id}', { id })).rejects.toMatchObject({ status: 404 });
    }
    const audit = await desk.db('audit_log').where({ target_id: id, action: 'ticket.deleted' });
    expect(audit).toHaveLength(1);
  });
});

describe('two people on one ticket', () => {
  test('the same field from the same version is a conflict with both values', async () => {
    const { id, version } = await open();
    await moderator.api('PUT /tickets/{id}', { id, priority: 'HIGH', version });
    await expect(
      helper.api('PUT /tickets/{id}', { id, priority: 'LOW', version }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
      details: {
        field: 'priority',
        current: 'HIGH',
        yours: 'LOW',
        changedBy: moderator.id,
        version: version + 1,
      },
    });
  });

  test('different fields from the same version both succeed, and so does the same value', async () => {
    const { id, version } = await open();
    await moderator.api('PUT /tickets/{id}', { id, priority: 'HIGH', version });
    await helper.api('PUT /tickets/{id}', { id, tags: ['vip'], version });
    const same = await helper.api('PUT /tickets/{id}', { id, priority: 'HIGH', version });
    expect(same).toMatchObject({ priority: 'HIGH', tags: ['vip'], version: version + 2 });
  });

  test('a helper cannot give a ticket to others, a moderator can', async () => {
    const { id } = await open();
    await expect(
      helper.api('PUT /tickets/{id}/assign', { id, assigneeId: moderator.id }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      moderator.api('PUT /tickets/{id}/assign', { id, assigneeId: customer.id }),
    ).rejects.toMatchObject({ status: 422 });
    const given = await moderator.api('PUT /tickets/{id}/assign', { id, assigneeId: helper.id });
    expect(given).toMatchObject({ assigneeId: helper.id, status: 'IN_PROGRESS' });
    const released = await helper.api('PUT /tickets/{id}/assign', { id, assigneeId: null });
    expect(released).toMatchObject({ assigneeId: null, status: 'OPEN' });
  });
});

describe('messages', () => {
  test('edits keep what was there; the time limit holds for customers and helpers', async () => {
    const { id } = await open();
    const message = await customer.api('POST /tickets/{id}/messages', { id, content: 'Раз' });
    const edited = await customer.api('PUT /messages/{id}', { id: message.id, content: 'Два' });
    expect(edited).toMatchObject({ content: 'Два' });
    expect(edited.editedAt).not.toBeNull();
    const revisions = await desk.db('message_revisions').where({ message_id: message.id });
    expect(revisions).toMatchObject([{ content: 'Раз', editor_id: customer.id }]);
    await expect(
      moderator.api('PUT /messages/{id}', { id: message.id, content: 'Чужое' }),
    ).rejects.toMatchObject({ status: 403 });
    const late = new Date(Date.now() - 6 * 60_000);
    await desk.db('messages').where({ id: message.id }).update({ created_at: late });
    await expect(
      customer.api('PUT /messages/{id}', { id: message.id, content: 'Три' }),
    ).rejects.toMatchObject({ status: 403, code: 'edit_window_passed' });
  });

  test('deleted by a moderator: empty for everybody', async () => {
    const { id } = await open();
    const message = await customer.api('POST /tickets/{id}/messages', { id, content: 'Грубость' });
    await expect(helper.api('DELETE /messages/{id}', { id: message.id })).rejects.toMatchObject({
      status: 403,
    });
    // A note behind it changes nothing of what lists show.
    await helper.api('POST /tickets/{id}/messages', { id, content: 'Ну и ну', internal: true });
    await moderator.api('DELETE /messages/{id}', { id: message.id });
    const first = await moderator.api('GET /tickets/{id}', { id });
    expect(first.lastMessage).toMatchObject({ content: first.description, kind: 'TEXT' });
    const { items } = await customer.api('GET /tickets/{id}/messages', { id });
    expect(items[1]).toMatchObject({ content: '', id: message.id });
    expect(items[1]?.deletedAt).not.toBeNull();
    await moderator.api('DELETE /messages/{id}', { id: items[0]?.id ?? '' });
    const bare = await customer.api('GET /tickets/{id}', { id });
    expect([bare.description, bare.lastMessage]).toEqual(['', null]);
  });

  test('pages run both ways without gap or repeat', async () => {
    const { id } = await open();
    for (let turn = 1; turn < 12; turn += 1) {
      await customer.api('POST /tickets/{id}/messages', { id, content: String(turn) });
    }
    for (const order of ['asc', 'desc'] as const) {
      const positions: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await customer.api('GET /tickets/{id}/messages', {
          id,
          order,
          limit: 5,
          ...(cursor === undefined ? {} : { cursor }),
        });
        positions.push(...page.items.map((message) => message.position));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const rising = Array.from({ length: 12 }, (_, index) => index + 1);
      expect(positions).toEqual(order === 'asc' ? rising : rising.reverse());
    }
  });

  test('a note by the customer is refused, a message without text or file too', async () => {
    const { id } = await open();
    await expect(
      customer.api('POST /tickets/{id}/messages', { id, content: 'x', internal: true }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      customer.api('POST /tickets/{id}/messages', { id, content: '  \n ' }),
    ).rejects.toMatchObject({ status: 422 });
  });
});

describe('lists', () => {
  test('filters combine, sorts page by keyset, counts agree', async () => {
    const person = await desk.person('USER');
    const made = [];
    for (const priority of ['LOW', 'CRITICAL', 'NORMAL', 'HIGH'] as const) {
      made.push(
        await person.api('POST /tickets', {
          title: `Приоритет ${priority}`,
          description: 'текст',
          categoryId,
          priority,
        }),
      );
    }
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await person.api('GET /tickets', {
        sort: 'priority',
        limit: 3,
        ...(cursor === undefined ? {} : { cursor }),
      });
      titles.push(...page.items.map((ticket) => ticket.priority));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(titles).toEqual(['CRITICAL', 'HIGH', 'NORMAL', 'LOW']);
    await moderator.api('PUT /tickets/{id}/assign', { id: made[1]!.id, assigneeId: helper.id });
    const mine = await helper.api('GET /tickets', {
      assigneeId: 'me',
      status: 'IN_PROGRESS',
      customerId: person.id,
    });
    expect(mine.items.map((ticket) => ticket.id)).toEqual([made[1]!.id]);
    const counts = await person.api('GET /tickets/counts', {});
    expect(counts.byStatus).toMatchObject({ OPEN: 3, IN_PROGRESS: 1 });
    expect(counts).toMatchObject({ active: 4, unassigned: 3, byCategory: { [categoryId]: 4 } });
  });

  test('search: number, stems of both languages, names, typos', async () => {
    const person = await desk.person('USER', { firstName: 'Христофор' });
    const ticket = await person.api('POST /tickets', {
      title: 'Инвентарь пропадает после перезагрузок',
      description: 'Lost several swords yesterday',
      categoryId,
    });
    const found = async (search: string) =>
      (await moderator.api('GET /tickets', { search })).items.map((item) => item.id);
    for (const text of [
      `#${ticket.number}`,
      String(ticket.number),
      'пропадали',
      'sword',
      'христофор',
      'инвентрь',
    ]) {
      expect(await found(text), text).toContain(ticket.id);
    }
    expect(await found('тигр')).not.toContain(ticket.id);
    expect(await found("'); drop table tickets; --")).toEqual([]);
  });
});
