import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { FeedEvent } from '@tikethet/shared/events';
import { expect, it, vi } from 'vitest';
import { aTicket, idOf, minute } from '../../testing/samples';
import { keys } from '../keys';
import { createRaceGuard } from './refetchRaced';

const event: FeedEvent = {
  id: idOf(1),
  cursor: 'c',
  type: 'ticket.updated',
  ticketId: idOf(1),
  actorId: null,
  at: minute(1),
  data: aTicket(1),
};

it('reads once more what was being read when an event came, and nothing else', async () => {
  const client = new QueryClient();
  const guard = createRaceGuard(client);
  const answers: (() => void)[] = [];
  const queryFn = vi.fn(() => new Promise((done) => answers.push(() => done(1))));
  const idle = vi.fn(() => Promise.resolve(2));
  const stops = [
    new QueryObserver(client, { queryKey: keys.list({}), queryFn }).subscribe(() => undefined),
    new QueryObserver(client, { queryKey: keys.ticket(idOf(9)), queryFn: idle }).subscribe(
      () => undefined,
    ),
  ];
  await vi.waitFor(() => expect(client.getQueryData(keys.ticket(idOf(9)))).toBe(2));

  guard.noticed(event);
  answers[0]?.();
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  answers[1]?.();
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  expect(queryFn).toHaveBeenCalledTimes(2);
  expect(idle).toHaveBeenCalledTimes(1);
  for (const stop of stops) stop();
  guard.stop();
});
