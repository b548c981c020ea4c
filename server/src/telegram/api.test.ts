import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callApi, createApi } from './api';
import { classify } from './outbox/classify';
import { outCall } from './outbox/call';

let said = { status: 200, type: 'application/json', body: '' };
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(said.status, { 'content-type': said.type }).end(said.body);
  });
});
let apiRoot = '';
beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it.each([
  // A page instead of a refusal: nothing was done.
  [403, 'text/html', '<html>Blocked by policy</html>', 'QUEUED'],
  [502, 'text/html', '<html>Bad gateway</html>', 'QUEUED'],
  // Whoever said this is not Telegram: it is not sent twice, and not called refused.
  [403, 'application/json', '{"message":"Forbidden"}', 'UNKNOWN'],
  [200, 'application/json', '{"status":"ok"}', 'UNKNOWN'],
  [200, 'text/html', '<html>Please sign in</html>', 'UNKNOWN'],
  [200, 'application/json', '', 'UNKNOWN'],
])('%i %s %s leaves a message %4$s', async (status, type, body, state) => {
  said = { status, type, body };
  const api = createApi({ token: '1:a', apiRoot });
  const params = { chat_id: 1, text: 'x' };
  const error: unknown = await callApi(api, 'sendMessage', params, 5_000).catch((e: unknown) => e);
  const call = outCall('sendMessage', () => params);
  expect(classify(error, call, 1, new Date())).toMatchObject({ state });
});
