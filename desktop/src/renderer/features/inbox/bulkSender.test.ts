import type { Ticket } from '@tikethet/shared/contracts';
import { expect, it, vi } from 'vitest';
import type { DesktopBridge } from '../../app/bridge';
import type { Desk } from '../../app/live/desk';
import { Writer } from '../../app/write/writer';
import { aTicket } from '../../testing/samples';
import { createBulkSender } from './bulkSender';
import { reachesPeople } from './changes';

interface Written {
  route: string;
  input: { id: string; status: string };
  key: string;
  dueAt: string | undefined;
}

/** @param gone the numbers of tickets whose command has left already */
function setUp(gone: readonly number[]) {
  const tickets = new Map([1, 2].map((n) => [aTicket(n).id, aTicket(n)]));
  const patches = new Map<string, (ticket: Ticket) => Ticket>();
  const desk = {
    together: (work: () => void) => work(),
    overlay: { baseVersion: (_id: string, seen: number) => seen },
    find: (id: string) => tickets.get(id) ?? null,
    patch: (_: Ticket, key: string, patch: (ticket: Ticket) => Ticket) => patches.set(key, patch),
    revert: (_: string, key: string) => patches.delete(key),
  };
  const written: Written[] = [];
  const bridge = {
    write(
      route: string,
      input: Written['input'],
      key: string,
      kept: () => void,
      { dueAt }: { dueAt?: string },
    ) {
      written.push({ route, input, key, dueAt });
      kept();
      return new Promise(() => undefined);
    },
    outbox: {
      decide(key: string) {
        const id = written.find((one) => one.key === key)?.input.id ?? '';
        const left = gone.includes(tickets.get(id)?.number ?? 0);
        return Promise.resolve(left ? { ok: false } : { ok: true, value: null });
      },
    },
  };
  const sender = createBulkSender({
    bridge: bridge as unknown as DesktopBridge,
    desk: desk as unknown as Desk,
    writer: new Writer(bridge as unknown as DesktopBridge),
    failed: vi.fn(),
  });
  const steps = [...tickets.values()].map((ticket) => ({
    ticket,
    change: { kind: 'status', status: 'RESOLVED' } as const,
  }));
  return { sender, steps, written, patches };
}

it('keeps what customers are told of for some seconds, and withdraws it before it has left', async () => {
  const { sender, steps, written, patches } = setUp([]);
  const takeBack = sender.send(steps, 5);
  await vi.waitFor(() => expect(patches.size).toBe(2));
  expect(written.map(({ dueAt }) => Date.parse(dueAt ?? '') > Date.now())).toEqual([true, true]);
  await takeBack();
  await vi.waitFor(() => expect(patches.size).toBe(0));
  // Nothing was sent to undo what never happened.
  expect(written).toHaveLength(2);
});

it('changes back what had left already, and only that', async () => {
  const { sender, steps, written, patches } = setUp([2]);
  const takeBack = sender.send(steps, 5);
  await vi.waitFor(() => expect(patches.size).toBe(2));
  await takeBack();
  await vi.waitFor(() => expect(written.length).toBeGreaterThan(2));
  expect(written.slice(2).map(({ input }) => [input.id, input.status])).toEqual([
    [aTicket(2).id, aTicket(2).status],
  ]);
});

it('lets colleagues see at once what tells nobody, above all a ticket that was taken', () => {
  const me = aTicket(1).customer;
  expect(reachesPeople({ kind: 'assign', assignee: me }, me.id)).toBe(false);
  expect(reachesPeople({ kind: 'assign', assignee: me }, 'other')).toBe(true);
  expect(reachesPeople({ kind: 'assign', assignee: null }, me.id)).toBe(false);
  expect(reachesPeople({ kind: 'status', status: 'CLOSED' }, me.id)).toBe(true);
  expect(reachesPeople({ kind: 'priority', priority: 'HIGH' }, me.id)).toBe(false);
});
