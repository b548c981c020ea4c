import type { Ticket } from '../../shared/src/contracts';
import { deskApi, type DeskApi } from '../support/deskApi';
import { ADMIN } from '../support/people';
import { act } from '../support/sandboxPerson';
import type { DemoServer } from '../support/server';

/** Customers of the demo whose chats take what the bot says. */
const CUSTOMERS = Array.from({ length: 8 }, (_, index) => 710_000_101 + index);

export interface Ground {
  admin: DeskApi;
  tickets: Ticket[];
  /** Telegram's id of each ticket's customer. */
  chats: number[];
  /** The feed's position before anything was done. */
  cursor: string;
}

/** Tickets of customers who have started their chats, opened by the desk's admin. */
export async function prepareGround(server: DemoServer, count: number): Promise<Ground> {
  const admin = await deskApi(server, ADMIN);
  const people: string[] = [];
  for (const personId of CUSTOMERS) {
    await act(server, personId, 'start');
    people.push((await deskApi(server, personId)).id);
  }
  const { items } = await admin.call('GET /categories', {});
  const tickets: Ticket[] = [];
  for (let number = 0; number < count; number += 1) {
    tickets.push(
      await admin.call('POST /tickets', {
        title: `Испытание ${number}`,
        description: `Испытание ${number}`,
        categoryId: items[0]?.id ?? '',
        customerId: people[number % people.length] ?? '',
      }),
    );
  }
  const chats = tickets.map((_, number) => CUSTOMERS[number % CUSTOMERS.length] ?? 0);
  const { nextCursor } = await admin.call('GET /sync', {});
  return { admin, tickets, chats, cursor: nextCursor };
}
