import type { ClientToServerEvents, ServerToClientEvents } from '@tikethet/shared/events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  authorization: string | undefined;
  type: string | undefined;
  range: string | undefined;
  /** The idempotency key. */
  key: string | undefined;
  body: Buffer;
}

export interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Cuts the connection: instead of answering, or after the `body` of a longer answer. */
  hangUp?: boolean;
}

/** An error answer as the API gives it. */
export function refusal(status: number, code: string, details: Record<string, unknown> = {}) {
  return { status, body: { error: { code, message: code, details, requestId: 'r' } } };
}

/** A small desk for tests: real HTTP and real sockets, with answers that the test gives. */
export interface DeskServer {
  url: string;
  io: Server<ClientToServerEvents, ServerToClientEvents>;
  /** Everything that was asked, oldest first. */
  asked: Asked[];
  /** What stands behind `METHOD /path` (under `/api/v1`, without its query). */
  on(route: string, answer: (asked: Asked) => Answer | Promise<Answer>): void;
  /** Answers the question for a WebSocket as a proxy does that knows only HTTP. */
  refuseSockets(refuse: boolean): void;
  /** Ends it; {@link DeskServer.reopen} brings it back on the same port. */
  close(): Promise<void>;
  reopen(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function startDeskServer(): Promise<DeskServer> {
  const routes = new Map<string, (asked: Asked) => Answer | Promise<Answer>>();
  const asked: Asked[] = [];
  let port = 0;
  let refusing = false;
  let hangUpAll = (): void => undefined;

  async function open() {
    const http = createServer((request, response) => {
      void bodyOf(request).then(async (body) => {
        const path = request.url ?? '';
        const item: Asked = {
          method: request.method ?? '',
          path,
          authorization: request.headers.authorization,
          type: request.headers['content-type'],
          range: request.headers.range,
          key: request.headers['idempotency-key']?.toString(),
          body,
        };
        asked.push(item);
        const route = `${item.method} ${path.replace('/api/v1', '').replace(/\?.*/, '')}`;
        const answer: Answer = (await routes.get(route)?.(item)) ?? refusal(404, 'not_found');
        if (answer.hangUp && answer.body === undefined) return response.destroy();
        response.writeHead(answer.status ?? 200, {
          'content-type': 'application/json',
          ...answer.headers,
        });
        const { body: value } = answer;
        if (answer.hangUp) response.write(value, () => response.destroy());
        else response.end(Buffer.isBuffer(value) ? value : JSON.stringify(value));
      });
    });
    const io: DeskServer['io'] = new Server(http, {
      serveClient: false,
      allowRequest: (_, decide) => decide(null, !refusing),
    });
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
    port = (http.address() as AddressInfo).port;
    // Idle kept-alive connections would hold the end up for seconds.
    hangUpAll = () => http.closeAllConnections();
    return io;
  }

  const desk: DeskServer = {
    io: await open(),
    asked,
    url: '',
    on: (route, answer) => void routes.set(route, answer),
    refuseSockets: (refuse) => (refusing = refuse),
    close: async () => {
      const closed = desk.io.close();
      hangUpAll();
      await closed;
    },
    reopen: async () => {
      desk.io = await open();
    },
  };
  desk.url = `http://127.0.0.1:${port}`;
  return desk;
}
