import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

let desk: TestDesk;
let customer: TestPerson;
let admin: TestPerson;
let categoryId: string;
let ticketId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  customer = await desk.person('USER');
  admin = await desk.person('ADMIN');
  categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
  ticketId = (
    await customer.api('POST /tickets', { title: 'Вопрос', description: 'Текст', categoryId })
  ).id;
});
afterAll(() => desk.close());

interface Envelope {
  error: { code: string; message: string; details: unknown; requestId: string };
}

async function send(
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<{ status: number; code: string }> {
  const response = await customer.request(`/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { body, headers }),
  });
  const text = await response.text();
  const { error } = JSON.parse(text) as Envelope;
  expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers.get('x-request-id')).toBe(error.requestId);
  return { status: response.status, code: error.code };
}

const missing = '0190aaaa-0000-7000-8000-000000000000';

describe('requests that make no sense are coded 4xx', () => {
  test.each([
    ['broken JSON', 'POST', '/tickets', '{"title": ', 400, 'invalid_json'],
    ['an array', 'POST', '/tickets', '[]', 422, 'validation_failed'],
    ['a string', 'POST', '/tickets', '"x"', 400, 'invalid_json'],
    ['nothing', 'POST', '/tickets', undefined, 422, 'validation_failed'],
    ['wrong types', 'POST', '/tickets', '{"title": 5}', 422, 'validation_failed'],
    ['a huge body', 'POST', '/tickets', `"${'x'.repeat(5_000_000)}"`, 413, 'payload_too_large'],
    ['a wrong id', 'GET', '/tickets/1042', undefined, 422, 'validation_failed'],
    ['an unknown ticket', 'GET', `/tickets/${missing}`, undefined, 404, 'not_found'],
    ['an unknown route', 'GET', '/nothing', undefined, 404, 'not_found'],
    ['an unknown status', 'GET', '/tickets?status=GONE', undefined, 422, 'validation_failed'],
    ['an unknown query', 'GET', '/tickets?colour=red', undefined, 422, 'validation_failed'],
    ['a limit of 101', 'GET', '/tickets?limit=101', undefined, 422, 'validation_failed'],
    ['a limit of 0', 'GET', '/tickets?limit=0', undefined, 422, 'validation_failed'],
    ['a broken cursor', 'GET', '/tickets?cursor=zzz', undefined, 400, 'invalid_cursor'],
    ['a cursor of another list', 'GET', '/tickets?cursor=WzFd', undefined, 400, 'invalid_cursor'],
    [
      'a repeated query',
      'GET',
      '/tickets?status=OPEN&status=CLOSED',
      undefined,
      422,
      'validation_failed',
    ],
    ['an empty search', 'GET', '/tickets?search=', undefined, 422, 'validation_failed'],
  ])('%s', async (_, method, path, body, status, code) => {
    expect(await send(method, path, body)).toEqual({ status, code });
  });

  test('unknown fields name themselves', async () => {
    const body = JSON.stringify({ title: 'x', description: 'y', categoryId, role: 'ADMIN' });
    const response = await customer.request('/api/v1/tickets', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('role');
  });

  test('a body that is not JSON', async () => {
    const plain = { 'content-type': 'text/plain' };
    expect(await send('POST', '/tickets', 'title=x', plain)).toMatchObject({ status: 415 });
  });

  test('path parameters cannot be overruled by the body', async () => {
    const body = JSON.stringify({ id: missing, status: 'CLOSED' });
    expect(await send('PUT', `/tickets/${ticketId}/status`, body)).toMatchObject({ status: 422 });
  });

  test('nothing of a refused ticket is written', async () => {
    const before = await desk.db('tickets').count({ count: '*' }).first();
    const body = JSON.stringify({
      title: 'x',
      description: 'y',
      categoryId,
      attachmentIds: [missing],
    });
    expect(await send('POST', '/tickets', body)).toMatchObject({ status: 422 });
    expect(await desk.db('tickets').count({ count: '*' }).first()).toEqual(before);
  });
});

describe('text', () => {
  test('control characters go, HTML stays text, blank titles are refused', async () => {
    const ticket = await customer.api('POST /tickets', {
      title: ' <b>Жир\u0000ный</b> \u0007 ',
      description: '<script>alert(1)</script>\u0000\r\nвторая строка',
      categoryId,
    });
    expect(ticket.title).toBe('<b>Жирный</b>');
    expect(ticket.description).toBe('<script>alert(1)</script>\nвторая строка');
    for (const title of ['', '   ', '\u0000\u0001', 'x'.repeat(201)]) {
      await expect(
        customer.api('POST /tickets', { title, description: 'y', categoryId }),
      ).rejects.toMatchObject({ status: 422 });
    }
  });

  test('the longest content passes, one character more does not', async () => {
    const long = 'ж'.repeat(16_000);
    const message = await customer.api('POST /tickets/{id}/messages', {
      id: ticketId,
      content: long,
    });
    expect(message.content).toBe(long);
    await expect(
      customer.api('POST /tickets/{id}/messages', { id: ticketId, content: `${long}ж` }),
    ).rejects.toMatchObject({ status: 422 });
  });

  test('NUL and lone surrogates in a search are no error', async () => {
    for (const search of ['a\u0000b', '\ud800', '%_\\', '&|!()<>:*', '   x   ']) {
      const page = await admin.api('GET /tickets', { search });
      expect(page.items).toEqual(expect.any(Array));
    }
  });
});

describe('who calls', () => {
  test.each([
    ['nobody', undefined],
    ['garbage', 'Bearer garbage'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['an empty token', 'Bearer '],
    ['a token of another secret', `Bearer eyJhbGciOiJIUzI1NiJ9.${btoa('{"sub":"x"}')}.AAAA`],
    ['a token that names no algorithm', `Bearer ${btoa('{"alg":"none"}')}.${btoa('{}')}.`],
  ])('%s is 401', async (_, authorization) => {
    const response = await fetch(`${desk.url}/api/v1/tickets`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(response.status).toBe(401);
    expect(((await response.json()) as Envelope).error.code).toMatch(/unauthorized|invalid_token/);
  });

  test('a missing ticket and one of somebody else answer alike', async () => {
    const stranger = await desk.person('USER');
    const answers = await Promise.all(
      [ticketId, missing].map(async (id) => {
        const response = await stranger.request(`/api/v1/tickets/${id}`);
        const { error } = (await response.json()) as Envelope;
        return { status: response.status, ...error, requestId: '' };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('limits', () => {
  test('5 new tickets an hour for a customer, 30 requests for an address before sign-in', async () => {
    const limited = await startTestDesk({ rateLimitFactor: 1 });
    try {
      const person = await limited.person('USER');
      const { items } = await person.api('GET /categories', {});
      const statuses: number[] = [];
      for (let turn = 0; turn < 6; turn += 1) {
        const response = await person.request('/api/v1/tickets', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ title: 'x', description: 'y', categoryId: items[0]?.id }),
        });
        statuses.push(response.status);
        if (response.status === 429) {
          expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        }
      }
      expect(statuses).toEqual([...Array<number>(5).fill(201), 429]);
      const answers: number[] = [];
      for (let turn = 0; turn < 31; turn += 1) {
        const response = await fetch(`${limited.url}/api/v1/auth/telegram`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"initData":"forged"}',
        });
        answers.push(response.status);
      }
      expect(answers).toContain(401);
      expect(answers.at(-1)).toBe(429);
    } finally {
      await limited.close();
    }
  });
});
