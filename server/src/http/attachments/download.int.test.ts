import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../db/ids';
import { cleanUnusedUploads } from '../../domain/attachments/cleanUnusedUploads';
import { photo } from '../../testing/fileSamples';
import { startTestApi, type ApiPerson, type TestApi } from '../../testing/testApi';
import { ATTACHMENTS, download, storedFiles, upload } from '../../testing/uploads';

let api: TestApi;
let customer: ApiPerson;
let stranger: ApiPerson;
let helper: ApiPerson;
let categoryId: string;
beforeAll(async () => {
  api = await startTestApi();
  customer = await api.person('USER');
  stranger = await api.person('USER');
  helper = await api.person('HELPER');
  categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
});
afterAll(() => api.close());

describe('downloading', () => {
  const openTicket = async (attachmentIds: string[]) =>
    customer.api('POST /tickets', { title: 'Т', description: 'О', categoryId, attachmentIds });
  const status = async (who: ApiPerson, id: string, part = 'content') =>
    (await who.request(`${ATTACHMENTS}/${id}/${part}`)).status;
  const attached = async (who: ApiPerson, ticketId: string) => {
    const page = await who.api('GET /tickets/{id}/messages', { id: ticketId });
    return page.items.flatMap((message) => message.attachments);
  };

  test('obeys the ticket, by token and by signed address', async () => {
    const mine = await upload(customer, Buffer.from('мой файл'), 'моё.txt');
    expect(await status(customer, mine.id)).toBe(200);
    expect(await status(helper, mine.id)).toBe(404);
    const ticket = await openTicket([mine.id]);
    expect(await status(customer, mine.id)).toBe(200);
    expect(await status(helper, mine.id)).toBe(200);
    expect(await status(stranger, mine.id)).toBe(404);
    expect(await status(stranger, newId())).toBe(404);
    expect((await fetch(`${api.url}${ATTACHMENTS}/${mine.id}/content`)).status).toBe(401);
    for (const who of [customer, helper]) {
      const [file] = await attached(who, ticket.id);
      const { response, body } = await download(api, file!.url);
      expect(response.status).toBe(200);
      expect(body.toString()).toBe('мой файл');
      expect(response.headers.get('content-disposition')).toContain(
        "filename*=UTF-8''%D0%BC%D0%BE%D1%91.txt",
      );
      expect(response.headers.get('cache-control')).toContain('private');
    }
    const fresh = await customer.api('GET /attachments/{id}', { id: mine.id });
    expect((await download(api, fresh.url)).response.status).toBe(200);
    await expect(stranger.api('GET /attachments/{id}', { id: mine.id })).rejects.toMatchObject({
      status: 404,
    });
    expect(await status(customer, 'nonsense')).toBe(422);
    expect(await status(customer, mine.id, 'thumbnail')).toBe(404);
  });

  test('a signed address cannot be changed and dies within fifteen minutes', async () => {
    const mine = await upload(customer, Buffer.from('x'), 'x.txt');
    const other = await upload(stranger, Buffer.from('y'), 'y.txt');
    const url = new URL(mine.url, api.url);
    const changed = (name: string, value: string) => {
      const copy = new URL(url);
      copy.searchParams.set(name, value);
      return copy.pathname + copy.search;
    };
    for (const forged of [
      changed('e', String(Number(url.searchParams.get('e')) + 3600)),
      changed('s', 'staff'),
      changed('s', `customer:${stranger.id}`),
      changed('sig', 'A'.repeat(43)),
      changed('sig', ''),
      mine.url.replace(mine.id, other.id),
      mine.url.replace('/content', '/thumbnail'),
      mine.url.replace('sig=', 'signature=') + '&sig=x',
    ]) {
      expect((await download(api, forged)).response.status, forged).toBe(401);
    }
    api.advance(600);
    expect((await download(api, mine.url)).response.status).toBe(200);
    api.advance(300);
    expect((await download(api, mine.url)).response.status).toBe(401);
  });

  test('what changed since an address was signed counts', async () => {
    const person = await api.person('USER');
    const admin = await api.person('ADMIN');
    const file = await upload(person, Buffer.from('x'), 'x.txt');
    const ticket = await person.api('POST /tickets', {
      title: 'Т',
      description: 'О',
      categoryId,
      attachmentIds: [file.id],
    });
    const [seen] = await attached(admin, ticket.id);
    const codes = async () => [
      (await download(api, file.url)).response.status,
      (await download(api, seen!.url)).response.status,
    ];
    expect(await codes()).toEqual([200, 200]);
    await admin.api('PUT /users/{id}/status', { id: person.id, isActive: false });
    expect(await codes()).toEqual([404, 200]);
    await admin.api('PUT /users/{id}/status', { id: person.id, isActive: true });
    const { items } = await admin.api('GET /tickets/{id}/messages', { id: ticket.id });
    await admin.api('DELETE /messages/{id}', { id: items[0]!.id });
    expect(await codes()).toEqual([404, 404]);
    expect(await status(admin, file.id)).toBe(404);
  });

  test('a deleted ticket takes its files along', async () => {
    const admin = await api.person('ADMIN');
    const file = await upload(customer, Buffer.from('x'), 'x.txt');
    const ticket = await openTicket([file.id]);
    await admin.api('DELETE /tickets/{id}', { id: ticket.id });
    expect((await download(api, file.url)).response.status).toBe(404);
    expect(await status(customer, file.id)).toBe(404);
    expect(await status(admin, file.id)).toBe(404);
  });

  test("a note's file is for staff", async () => {
    const ticket = await openTicket([]);
    const file = await upload(helper, Buffer.from('между нами'), 'note.txt');
    await helper.api('POST /tickets/{id}/messages', {
      id: ticket.id,
      content: 'Заметка',
      internal: true,
      attachmentIds: [file.id],
    });
    expect(await status(helper, file.id)).toBe(200);
    expect(await status(customer, file.id)).toBe(404);
    await expect(customer.api('GET /attachments/{id}', { id: file.id })).rejects.toMatchObject({
      status: 404,
    });
    // Even with an address that a defect elsewhere might sign for the customer.
    const leaked = api.services.links.sign(
      `${ATTACHMENTS}/${file.id}/content`,
      `customer:${customer.id}`,
    );
    expect((await download(api, leaked)).response.status).toBe(404);
  });

  test('nobody attaches somebody else’s upload or one upload twice', async () => {
    const file = await upload(stranger, Buffer.from('x'), 'x.txt');
    await expect(openTicket([file.id])).rejects.toMatchObject({ status: 422 });
    const mine = await upload(customer, Buffer.from('x'), 'x.txt');
    await openTicket([mine.id]);
    await expect(openTicket([mine.id])).rejects.toMatchObject({ status: 422 });
  });

  test('parts of a file', async () => {
    const { url } = await upload(customer, Buffer.from('0123456789'), 'digits.txt');
    const part = async (range: string, headers: Record<string, string> = {}) => {
      const { response, body } = await download(api, url, { range, ...headers });
      return [response.status, response.headers.get('content-range'), body.toString()];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
    expect(await part('bytes=0-1,3-4')).toEqual([200, null, '0123456789']);
    const whole = await download(api, url);
    const tag = whole.response.headers.get('etag')!;
    expect(whole.response.headers.get('accept-ranges')).toBe('bytes');
    expect(await part('bytes=2-4', { 'if-range': tag })).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=2-4', { 'if-range': '"old"' })).toEqual([200, null, '0123456789']);
    expect((await download(api, url, { 'if-none-match': tag })).response.status).toBe(304);
    const head = await fetch(api.url + url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '10']);
  });
});

describe('unused uploads', () => {
  test('go after a day; used ones stay', async () => {
    await cleanUnusedUploads(api.desk, api.storage);
    const lone = await upload(customer, await photo(), 'lone.jpg');
    const used = await upload(customer, await photo(), 'used.jpg');
    await customer.api('POST /tickets', {
      title: 'Т',
      description: 'О',
      categoryId,
      attachmentIds: [used.id],
    });
    const before = storedFiles(api).length;
    api.advance(86_400);
    await upload(await api.person('USER'), Buffer.from('x'), 'young.txt');
    await cleanUnusedUploads(api.desk, api.storage);
    expect(await api.db('attachments').where({ id: lone.id })).toHaveLength(1);
    api.advance(1);
    await cleanUnusedUploads(api.desk, api.storage);
    expect(await api.db('attachments').where({ id: lone.id })).toHaveLength(0);
    expect(await api.db('attachments').where({ id: used.id })).toHaveLength(1);
    const unusedBefore = storedFiles(api).length;
    expect(unusedBefore).toBeLessThanOrEqual(before + 1 - 2);
  });
});
