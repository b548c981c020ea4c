import type { Message, Ticket } from '@tikethet/shared/contracts';
import { ADMIN } from './people';
import { act } from './sandboxPerson';
import type { DemoServer } from './server';

/** The desk as a member of staff reaches it over HTTP. */
export interface StaffApi {
  /** The newest message with this content, with its ticket's number; null: none, or deleted. */
  find(content: string): Promise<(Message & { number: number }) | null>;
  /** What the customer's messages of a ticket are, in order. */
  kinds(number: number): Promise<string[]>;
  reply(number: number, content: string): Promise<void>;
  edit(content: string, next: string): Promise<void>;
  react(content: string, emoji: string): Promise<void>;
  setStatus(number: number, status: Ticket['status']): Promise<void>;
  rating(number: number): Promise<number | null>;
}

/** Tickets looked through for a message: a journey's are the newest. */
const LOOK_AT = 6;

/** Signs in as the demo's admin, with what the sandbox gives a Mini App to sign in with. */
export async function signInToApi(server: DemoServer): Promise<StaffApi> {
  const { initData } = (await act(server, ADMIN, 'openApp')) as { initData: string };
  let token = '';
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  ({ accessToken: token } = await call<{ accessToken: string }>('POST', '/auth/telegram', {
    initData,
  }));
  const tickets = async () =>
    (await call<{ items: Ticket[] }>('GET', `/tickets?sort=created&limit=${LOOK_AT}`)).items;
  const ticket = async (number: number) => {
    const found = (await tickets()).find((one) => one.number === number);
    if (found === undefined) throw new Error(`no ticket #${number}`);
    return found;
  };
  const messages = async (ticketId: string) =>
    (await call<{ items: Message[] }>('GET', `/tickets/${ticketId}/messages?limit=100`)).items;
  const find: StaffApi['find'] = async (content) => {
    for (const { id, number } of await tickets()) {
      const found = (await messages(id)).find((one) => one.content === content);
      if (found !== undefined) return { ...found, number };
    }
    return null;
  };
  const must = async (content: string) => {
    const found = await find(content);
    if (found === null) throw new Error(`nothing says ${content}`);
    return found;
  };
  return {
    find,
    kinds: async (number) =>
      (await messages((await ticket(number)).id))
        .filter(({ author }) => author.side === 'CUSTOMER')
        .map(({ kind }) => kind),
    reply: async (number, content) => {
      const body = { content, format: 'markdown' };
      await call('POST', `/tickets/${(await ticket(number)).id}/messages`, body);
    },
    edit: async (content, next) => {
      await call('PUT', `/messages/${(await must(content)).id}`, { content: next });
    },
    react: async (content, emoji) => {
      await call('PUT', `/messages/${(await must(content)).id}/reaction`, { emoji });
    },
    setStatus: async (number, status) => {
      await call('PUT', `/tickets/${(await ticket(number)).id}/status`, { status });
    },
    rating: async (number) => (await ticket(number)).rating,
  };
}
