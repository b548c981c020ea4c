import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../testing/testApi';

let desk: TestApi;
beforeAll(async () => {
  desk = await startTestApi();
});
afterAll(() => desk.close());

/** `fetch` unpacks and hides it; this sees what goes over the wire. */
async function headersOf(path: string, accept: string): Promise<IncomingHttpHeaders> {
  const request = get(desk.url + path, { headers: { 'accept-encoding': accept } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.headers;
}

it('packs long answers for those who can unpack them', async () => {
  const packed = await headersOf('/api/v1/openapi.json', 'gzip');
  expect(packed['content-encoding']).toBe('gzip');
  expect(packed['vary']).toMatch(/accept-encoding/i);
  expect((await headersOf('/api/v1/openapi.json', 'identity'))['content-encoding']).toBeUndefined();
  expect((await headersOf('/health', 'gzip'))['content-encoding']).toBeUndefined();
});
