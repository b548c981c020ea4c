import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandboxServer, type SandboxServer } from './standalone';
import { anna, makePng } from './testKit';
import type { ChatView, StateView } from './pageApi/views';
import type { PageEvent } from './pageApi/events';

let server: SandboxServer;
let api: string;

beforeEach(async () => {
  server = await startSandboxServer({ people: [anna] });
  api = `${server.url}api`;
});
afterEach(() => server.close());

const read = async <T>(path: string): Promise<T> => (await (await fetch(api + path)).json()) as T;
const act = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${api}/people/${anna.id}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the page’s API', () => {
  it('starts, sends text and an album, edits, reacts, reads', async () => {
    await act({ type: 'start', payload: 'login_ABC' });
    const form = new FormData();
    form.set('text', 'вот');
    form.set('as', 'photo');
    form.append('files', new Blob([new Uint8Array(makePng())]), 'один.png');
    form.append('files', new Blob([new Uint8Array(makePng(9, 9))]), 'два.png');
    const sent = await fetch(`${api}/people/${anna.id}/messages`, { method: 'POST', body: form });
    expect(sent.status).toBe(201);
    const before = await read<ChatView>(`/people/${anna.id}/chat`);
    expect(before.messages.map(({ message }) => message.text ?? message.caption)).toEqual([
      '/start login_ABC',
      'вот',
      undefined,
    ]);
    await act({ type: 'edit', messageId: 2, text: 'вот так' });
    await act({ type: 'react', messageId: 2, emoji: '🔥' });
    const after = await read<ChatView>(`/people/${anna.id}/chat`);
    expect(after.messages[1]).toMatchObject({
      message: { caption: 'вот так' },
      reactions: { me: ['🔥'] },
    });
    const state = await read<StateView>('/state');
    expect(state.people[0]).toMatchObject({ started: true, unread: 0 });
    const fileId = after.messages[1]?.message.photo?.at(-1)?.file_id ?? '';
    const file = await fetch(`${api}/files/${fileId}`);
    expect(file.headers.get('content-type')).toBe('image/png');
  });

  it('only lets pictures and sound be shown, all else is downloaded', async () => {
    const { document } = server.sandbox.control.sendDocument(
      anna.id,
      Buffer.from('<script>alert(1)</script>'),
      { fileName: 'x.html', mimeType: 'text/html' },
    );
    const file = await fetch(`${api}/files/${document?.file_id}`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers bad requests with 4xx and a reason', async () => {
    expect((await act({ type: 'fly' })).status).toBe(400);
    expect((await act({ type: 'press', messageId: 9, data: 'x' })).status).toBe(400);
    expect((await act({ type: 'start' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await fetch(`${api}/people/77/chat`)).status).toBe(400);
    expect((await fetch(`${api}/people/x/chat`)).status).toBe(400);
    expect((await fetch(`${api}/nothing`)).status).toBe(404);
    const broken = await fetch(`${api}/people/${anna.id}/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
    expect(server.sandbox.control.messages(anna.id)).toEqual([]);
  });

  it('streams what happens', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${api}/events`, { signal: stop.signal });
    const events: PageEvent[] = [];
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const part of stream.body ?? [])
        for (const line of decoder.decode(part as Uint8Array, { stream: true }).split('\n'))
          if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as PageEvent);
    })().catch(() => undefined);
    server.sandbox.control.sendText(anna.id, 'слышно?');
    for (let turn = 0; events.length < 3 && turn < 200; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort();
    await reading;
    expect(events[0]).toMatchObject({
      type: 'message',
      personId: anna.id,
      message: { message: { text: 'слышно?' } },
    });
  });
});
